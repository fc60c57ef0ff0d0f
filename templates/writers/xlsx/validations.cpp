// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/looks/units.hpp"
#include "templates/writers/xlsx/cell_text.hpp"
#include "templates/writers/xlsx/condition.hpp"
#include "templates/writers/xlsx/sheet.hpp"

#include <array>
#include <fmt/format.h>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

/// What may be typed into cells, as the document says it: "of:cell-content-is-decimal-number() and
/// cell-content()>=0".
struct Rule {
    std::uint8_t validate{LXW_VALIDATION_TYPE_ANY};
    std::uint8_t criteria{LXW_VALIDATION_CRITERIA_NONE};
    std::string first;
    std::string second;
    std::vector<std::string> list;
};

constexpr std::string_view list_word = "cell-content-is-in-list(";

std::vector<std::string> quoted_entries(std::string_view text) {
    std::vector<std::string> entries;
    for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at)) {
        std::string entry;
        for (++at; at < text.size(); ++at) {
            if (text[at] != '"')
                entry += text[at];
            else if (at + 1 < text.size() && text[at + 1] == '"')
                entry += text[++at];
            else
                break;
        }
        entries.push_back(std::move(entry));
        if (at < text.size()) ++at;
    }
    return entries;
}

std::optional<std::uint8_t> criteria_of(std::uint8_t conditional) {
    switch (conditional) {
    case LXW_CONDITIONAL_CRITERIA_EQUAL_TO:
        return LXW_VALIDATION_CRITERIA_EQUAL_TO;
    case LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO:
        return LXW_VALIDATION_CRITERIA_NOT_EQUAL_TO;
    case LXW_CONDITIONAL_CRITERIA_GREATER_THAN:
        return LXW_VALIDATION_CRITERIA_GREATER_THAN;
    case LXW_CONDITIONAL_CRITERIA_LESS_THAN:
        return LXW_VALIDATION_CRITERIA_LESS_THAN;
    case LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO:
        return LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
    case LXW_CONDITIONAL_CRITERIA_LESS_THAN_OR_EQUAL_TO:
        return LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
    case LXW_CONDITIONAL_CRITERIA_BETWEEN:
        return LXW_VALIDATION_CRITERIA_BETWEEN;
    case LXW_CONDITIONAL_CRITERIA_NOT_BETWEEN:
        return LXW_VALIDATION_CRITERIA_NOT_BETWEEN;
    default:
        return {};
    }
}

std::optional<std::uint8_t> type_of(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::uint8_t>, 5> words{
        {{"cell-content-is-whole-number()", LXW_VALIDATION_TYPE_INTEGER_FORMULA},
         {"cell-content-is-decimal-number()", LXW_VALIDATION_TYPE_DECIMAL_FORMULA},
         {"cell-content-is-date()", LXW_VALIDATION_TYPE_DATE_FORMULA},
         {"cell-content-is-time()", LXW_VALIDATION_TYPE_TIME_FORMULA},
         {"cell-content-text-length", LXW_VALIDATION_TYPE_LENGTH_FORMULA}}};
    for (const auto& [word, type] : words)
        if (text.starts_with(word)) return type;
    return {};
}

/// The comparison behind the type: after "and ", or after "cell-content-text-length()".
std::string comparison_of(std::string_view text) {
    constexpr std::string_view joint = " and ";
    constexpr std::string_view length = "cell-content-text-length";
    const auto at = text.find(joint);
    std::string rest(at == std::string_view::npos ? text : text.substr(at + joint.size()));
    if (rest.starts_with(length)) {
        rest.erase(0, length.size());
        if (rest.starts_with("()")) rest.erase(0, 2);
        if (rest.starts_with("-is-")) rest.erase(0, 4); // "-is-between(1,5)"
    }
    return rest;
}

std::optional<Rule> parse_rule(std::string_view text) {
    if (const auto prefix = text.find(':'); prefix != std::string_view::npos && prefix < text.find('('))
        text.remove_prefix(prefix + 1);
    Rule rule;
    if (text.starts_with(list_word)) {
        const auto inner = text.substr(list_word.size(), text.rfind(')') - list_word.size());
        rule.list = quoted_entries(inner);
        rule.validate = rule.list.empty() ? LXW_VALIDATION_TYPE_LIST_FORMULA : LXW_VALIDATION_TYPE_LIST;
        if (rule.list.empty()) rule.first = inner;
        return rule;
    }
    constexpr std::string_view custom = "is-true-formula(";
    if (text.starts_with(custom)) {
        rule.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
        rule.first = text.substr(custom.size(), text.rfind(')') - custom.size());
        return rule;
    }
    const auto type = type_of(text);
    const auto condition = type ? parse_condition(comparison_of(text)) : std::nullopt;
    const auto criteria = condition ? criteria_of(condition->criteria) : std::nullopt;
    if (!criteria) return {};
    rule.validate = *type;
    rule.criteria = *criteria;
    rule.first = condition->first;
    rule.second = condition->second;
    return rule;
}

class ValidationWriter {
  public:
    ValidationWriter(Book& book, Sheet& sheet, pugi::xml_node node)
        : m_book(book), m_sheet(sheet), m_node(node) {}

    void write(const std::vector<Area>& areas) {
        auto rule = parse_rule(m_node.attribute("table:condition").value());
        if (!rule && *m_node.attribute("table:condition").value() != '\0')
            return lose(areas.front(), "a rule for what may be typed that an .xlsx file does not know");
        if (!rule) rule.emplace();
        for (const auto& area : areas)
            if (!write(*rule, area))
                return lose(areas.front(), "a rule for what may be typed that the writer cannot carry");
    }

  private:
    void lose(const Area& area, const char* what) {
        m_book.lose(place_of(m_sheet, area.first_column, area.first_row), what,
                    "anything may be typed there");
    }

    std::string text_of(pugi::xml_node node) const { return plain_text(read_text(node, {}, m_book.styles)); }

    std::string translated(const std::string& text, const Area& area) {
        const auto base = parse_area(m_node.attribute("table:base-cell-address").value());
        const auto excel = excel_formula(
            m_book, "of:=" + text, place_of(m_sheet, area.first_column, area.first_row),
            base ? area.first_column - base->first_column : 0, base ? area.first_row - base->first_row : 0);
        return excel ? "=" + *excel : "";
    }

    bool write(const Rule& rule, const Area& area) {
        std::string first = rule.first.empty() ? "" : translated(rule.first, area);
        std::string second = rule.second.empty() ? "" : translated(rule.second, area);
        if (!rule.first.empty() && first.empty()) return false;
        std::vector<std::string> entries = rule.list;
        std::vector<char*> list;
        for (auto& entry : entries)
            list.push_back(entry.data());
        list.push_back(nullptr);
        lxw_data_validation validation{};
        validation.validate = rule.validate;
        validation.criteria = rule.criteria;
        validation.ignore_blank =
            m_node.attribute("table:allow-empty-cell").as_bool(true) ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF;
        const bool shows_list = std::string_view(m_node.attribute("table:display-list").value()) != "none";
        validation.dropdown = shows_list ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF;
        if (!second.empty()) {
            validation.minimum_formula = first.data();
            validation.maximum_formula = second.data();
        } else if (!first.empty())
            validation.value_formula = first.data();
        if (!rule.list.empty()) validation.value_list = list.data();
        return with_messages(validation, area);
    }

    bool with_messages(lxw_data_validation& validation, const Area& area) {
        const auto help = m_node.child("table:help-message");
        const auto error = m_node.child("table:error-message");
        std::string help_title = help.attribute("table:title").value();
        std::string help_text = text_of(help);
        std::string error_title = error.attribute("table:title").value();
        std::string error_text = text_of(error);
        validation.input_title = help_title.data();
        validation.input_message = help_text.data();
        validation.error_title = error_title.data();
        validation.error_message = error_text.data();
        validation.show_input =
            help.attribute("table:display").as_bool() ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF;
        validation.show_error =
            error && !error.attribute("table:display").as_bool() ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON;
        const std::string_view kind = error.attribute("table:message-type").value();
        validation.error_type = kind == "warning"       ? LXW_VALIDATION_ERROR_TYPE_WARNING
                                : kind == "information" ? LXW_VALIDATION_ERROR_TYPE_INFORMATION
                                                        : LXW_VALIDATION_ERROR_TYPE_STOP;
        return worksheet_data_validation_range(
                   m_sheet.worksheet, static_cast<lxw_row_t>(area.first_row),
                   static_cast<lxw_col_t>(area.first_column), static_cast<lxw_row_t>(area.last_row),
                   static_cast<lxw_col_t>(area.last_column), &validation) == LXW_NO_ERROR;
    }

    Book& m_book;
    Sheet& m_sheet;
    pugi::xml_node m_node;
};

} // namespace

void write_validations(Book& book, Sheet& sheet) {
    const auto known = book.document.spreadsheet().child("table:content-validations");
    for (const auto& [name, areas] : sheet.validated) {
        const auto node =
            known.find_child_by_attribute("table:content-validation", "table:name", name.c_str());
        if (node) ValidationWriter(book, sheet, node).write(areas);
    }
}

} // namespace termbook::writers::xlsx
