// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/looks/units.hpp"
#include "templates/writers/xlsx/condition.hpp"
#include "templates/writers/xlsx/sheet.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

struct Threshold {
    std::uint8_t type{LXW_CONDITIONAL_RULE_TYPE_NONE};
    double value{0};
    std::string text;
    lxw_color_t colour{0};
};

class RuleWriter {
  public:
    RuleWriter(Book& book, Sheet& sheet, std::vector<Area> areas)
        : m_book(book), m_sheet(sheet), m_areas(std::move(areas)) {
        for (const auto& area : m_areas)
            m_ranges += (m_ranges.empty() ? "" : " ") + cells_of(area, false);
        m_corner = m_areas.front();
        for (const auto& area : m_areas) {
            m_corner.first_column = std::min(m_corner.first_column, area.first_column);
            m_corner.first_row = std::min(m_corner.first_row, area.first_row);
        }
    }

    void rule(pugi::xml_node node) {
        const std::string_view name = node.name();
        if (name == "calcext:condition")
            condition(node.attribute("calcext:value").value(),
                      node.attribute("calcext:apply-style-name").value(),
                      node.attribute("calcext:base-cell-address").value());
        else if (name == "calcext:date-is")
            date(node);
        else if (name == "calcext:color-scale")
            colour_scale(node);
        else if (name == "calcext:data-bar")
            data_bar(node);
        else if (name == "calcext:icon-set")
            icon_set(node);
    }

    void condition(const char* text, const char* style, const char* base) {
        const auto parsed = parse_condition(text);
        if (!parsed) return lose("a condition of an unknown kind");
        lxw_conditional_format format{};
        format.type = parsed->type;
        format.criteria = parsed->criteria;
        format.value = parsed->number;
        format.format = look_of(style);
        format.stop_if_true = LXW_TRUE; // the first condition that holds is the only one that counts
        std::string first = parsed->first;
        std::string second = parsed->second;
        if (is_rank(*parsed)) return rank(*parsed, format);
        if (parsed->type != LXW_CONDITIONAL_TYPE_TEXT && !translate(first, second, base)) return;
        if (parsed->type == LXW_CONDITIONAL_TYPE_TEXT)
            format.value_string = first.data();
        else if (!second.empty()) {
            format.min_value_string = first.data();
            format.max_value_string = second.data();
        } else if (!first.empty())
            format.value_string = first.data();
        add(format);
    }

  private:
    lxw_format* look_of(const char* style) {
        return m_book.formats.conditional(m_book.styles.conditional_look(style));
    }

    void lose(const char* what) {
        m_book.lose(place_of(m_sheet, m_corner.first_column, m_corner.first_row), what, "it was left out");
    }

    static bool is_rank(const Condition& condition) {
        const bool ranks =
            condition.type == LXW_CONDITIONAL_TYPE_TOP || condition.type == LXW_CONDITIONAL_TYPE_BOTTOM;
        return ranks && condition.number != 1; // of the ranks, the library writes 1 alone as it was told
    }

    /// The same cells by a formula: those that reach the n-th of the numbers.
    void rank(const Condition& condition, lxw_conditional_format& format) {
        if (m_areas.size() > 1) return lose("the top or bottom of several ranges together");
        const auto all = cells_of(m_areas.front(), true);
        const auto cell = cells_of(
            {"", m_corner.first_column, m_corner.first_row, m_corner.first_column, m_corner.first_row},
            false);
        const bool percent = condition.criteria == LXW_CONDITIONAL_CRITERIA_TOP_OR_BOTTOM_PERCENT;
        const auto place = percent ? fmt::format("MAX(1,INT(COUNT({})*{}/100))", all, condition.number)
                                   : fmt::format("MIN({},COUNT({}))", condition.number, all);
        const bool top = condition.type == LXW_CONDITIONAL_TYPE_TOP;
        std::string formula = fmt::format("=AND(ISNUMBER({0}),{0}{1}{2}({3},{4}))", cell,
                                          top ? ">=" : "<=", top ? "LARGE" : "SMALL", all, place);
        format.type = LXW_CONDITIONAL_TYPE_FORMULA;
        format.criteria = 0;
        format.value_string = formula.data();
        add(format);
    }

    /// Relative references of a condition count from its base cell; here they count from the corner of its
    /// cells.
    bool translate(std::string& first, std::string& second, const char* base) {
        const auto from = parse_area(base);
        const auto columns = from ? m_corner.first_column - from->first_column : 0;
        const auto rows = from ? m_corner.first_row - from->first_row : 0;
        for (auto* text : {&first, &second}) {
            if (text->empty()) continue;
            const auto excel =
                excel_formula(m_book, "of:=" + *text,
                              place_of(m_sheet, m_corner.first_column, m_corner.first_row), columns, rows);
            if (!excel) return false;
            *text = "=" + *excel;
        }
        return true;
    }

    void add(lxw_conditional_format& format) {
        format.multi_range = m_areas.size() > 1 ? m_ranges.data() : nullptr;
        const auto& area = m_areas.front();
        const auto failure = worksheet_conditional_format_range(
            m_sheet.worksheet,
            static_cast<lxw_row_t>(m_areas.size() > 1 ? m_corner.first_row : area.first_row),
            static_cast<lxw_col_t>(m_areas.size() > 1 ? m_corner.first_column : area.first_column),
            static_cast<lxw_row_t>(area.last_row), static_cast<lxw_col_t>(area.last_column), &format);
        if (failure != LXW_NO_ERROR) lose("a conditional format that the writer cannot carry");
    }

    void date(pugi::xml_node node) {
        const auto criteria = date_criteria(node.attribute("calcext:date").value());
        if (!criteria) return lose("a condition on dates that an .xlsx file does not know");
        lxw_conditional_format format{};
        format.type = LXW_CONDITIONAL_TYPE_TIME_PERIOD;
        format.criteria = *criteria;
        format.format = look_of(node.attribute("calcext:style").value());
        format.stop_if_true = LXW_TRUE;
        add(format);
    }

    Threshold threshold(pugi::xml_node entry) {
        Threshold found;
        const std::string_view type = entry.attribute("calcext:type").value();
        const char* value = entry.attribute("calcext:value").value();
        if (type == "minimum" || type == "auto-minimum")
            found.type = LXW_CONDITIONAL_RULE_TYPE_MINIMUM;
        else if (type == "maximum" || type == "auto-maximum")
            found.type = LXW_CONDITIONAL_RULE_TYPE_MAXIMUM;
        else if (type == "percent")
            found.type = LXW_CONDITIONAL_RULE_TYPE_PERCENT;
        else if (type == "percentile")
            found.type = LXW_CONDITIONAL_RULE_TYPE_PERCENTILE;
        else if (type == "formula")
            found.type = LXW_CONDITIONAL_RULE_TYPE_FORMULA;
        else
            found.type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
        found.value = to_number(value).value_or(0);
        if (type == "formula")
            found.text =
                "=" + excel_formula(m_book, std::string("of:=") + value, place_of(m_sheet)).value_or("0");
        const auto colour = to_colour(entry.attribute("calcext:color").value()).value_or(0);
        found.colour = colour == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : colour;
        return found;
    }

    void colour_scale(pugi::xml_node node) {
        std::vector<Threshold> entries;
        for (const auto& entry : node.children("calcext:color-scale-entry"))
            entries.push_back(threshold(entry));
        if (entries.size() < 2 || entries.size() > 3)
            return lose("a colour scale of other than two or three colours");
        auto& low = entries.front();
        auto& high = entries.back();
        lxw_conditional_format format{};
        format.type = entries.size() == 2 ? LXW_CONDITIONAL_2_COLOR_SCALE : LXW_CONDITIONAL_3_COLOR_SCALE;
        ends(format, low, high);
        format.min_color = low.colour;
        format.max_color = high.colour;
        if (entries.size() == 3) {
            format.mid_rule_type = entries[1].type;
            format.mid_value = entries[1].value;
            if (!entries[1].text.empty()) format.mid_value_string = entries[1].text.data();
            format.mid_color = entries[1].colour;
        }
        add(format);
    }

    static void ends(lxw_conditional_format& format, Threshold& low, Threshold& high) {
        format.min_rule_type = low.type;
        format.min_value = low.value;
        if (!low.text.empty()) format.min_value_string = low.text.data();
        format.max_rule_type = high.type;
        format.max_value = high.value;
        if (!high.text.empty()) format.max_value_string = high.text.data();
    }

    void data_bar(pugi::xml_node node) {
        std::vector<Threshold> entries;
        bool automatic = false;
        for (const auto& entry : node.children("calcext:formatting-entry")) {
            entries.push_back(threshold(entry));
            automatic =
                automatic || std::string_view(entry.attribute("calcext:type").value()).starts_with("auto-");
        }
        if (entries.size() != 2) return lose("a data bar without its two ends");
        const auto colour = to_colour(node.attribute("calcext:positive-color").value());
        lxw_conditional_format format{};
        format.type = LXW_CONDITIONAL_DATA_BAR;
        format.data_bar_2010 = LXW_TRUE;
        if (!automatic) ends(format, entries[0], entries[1]);
        format.bar_color = colour.value_or(0x638EC6);
        format.bar_solid =
            node.attribute("calcext:gradient") && !node.attribute("calcext:gradient").as_bool();
        format.bar_only =
            node.attribute("calcext:show-value") && !node.attribute("calcext:show-value").as_bool();
        const auto negative = to_colour(node.attribute("calcext:negative-color").value());
        if (negative) format.bar_negative_color = *negative;
        const std::string_view axis = node.attribute("calcext:axis-position").value();
        if (axis == "none")
            format.bar_axis_position = LXW_CONDITIONAL_BAR_AXIS_NONE;
        else if (axis == "middle")
            format.bar_axis_position = LXW_CONDITIONAL_BAR_AXIS_MIDPOINT;
        add(format);
    }

    void icon_set(pugi::xml_node node) {
        const auto icons = icon_style(node.attribute("calcext:icon-set-type").value());
        if (!icons) return lose("a set of icons that the writer cannot carry");
        constexpr std::array even{0, 33, 67};
        std::size_t place = 0;
        for (const auto& entry : node.children("calcext:formatting-entry")) {
            const bool usual = std::string_view(entry.attribute("calcext:type").value()) == "percent" &&
                               place < even.size() &&
                               std::abs(entry.attribute("calcext:value").as_int() - even[place]) <= 1;
            if (!usual && place != 0)
                m_book.lose(place_of(m_sheet, m_corner.first_column, m_corner.first_row),
                            "a set of icons with thresholds of its own", "even thresholds were set");
            ++place;
        }
        lxw_conditional_format format{};
        format.type = LXW_CONDITIONAL_TYPE_ICON_SETS;
        format.icon_style = *icons;
        format.icons_only =
            node.attribute("calcext:show-value") && !node.attribute("calcext:show-value").as_bool();
        add(format);
    }

    Book& m_book;
    Sheet& m_sheet;
    std::vector<Area> m_areas;
    std::string m_ranges;
    Area m_corner;
};

} // namespace

void write_conditional_formats(Book& book, Sheet& sheet) {
    const auto formats = sheet.table.child("calcext:conditional-formats");
    for (const auto& format : formats.children("calcext:conditional-format")) {
        auto areas = parse_areas(format.attribute("calcext:target-range-address").value());
        if (areas.empty()) continue;
        RuleWriter writer(book, sheet, std::move(areas));
        for (const auto& node : format.children())
            writer.rule(node);
    }
    if (formats) return; // the conditions in styles say the same again
    for (const auto& [style, areas] : sheet.conditional) {
        RuleWriter writer(book, sheet, areas);
        for (const auto& map : book.styles.find("table-cell", style).children("style:map"))
            writer.condition(map.attribute("style:condition").value(),
                             map.attribute("style:apply-style-name").value(),
                             map.attribute("style:base-cell-address").value());
    }
}

} // namespace termbook::writers::xlsx
