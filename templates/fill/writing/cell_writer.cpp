// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/cell_writer.hpp"

#include "core/letters.hpp"
#include "templates/fill/reading/cell_text.hpp"
#include "templates/fill/writing/number_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace termbook::fill {

namespace {

constexpr std::string_view blanks = " \t\n";
/// Excel takes no longer text between quotes, and no longer formula.
constexpr std::size_t longest_literal = 250;
constexpr std::size_t longest_formula = 8000;

bool is_blank(const Part& part) {
    return !part.entry && !part.field && part.text.find_first_not_of(blanks) == std::string::npos;
}

bool opens_or_closes_rows(const MarkedCell& marked) {
    for (std::size_t i = 0; i < marked.pieces.size(); ++i)
        if (marked.pieces[i].is_block() && !marked.in_cell(i)) return true;
    return false;
}

/// Blanks between the marks of a block and the text of its cell are no part of the text.
std::vector<Part> trimmed(std::vector<Part> parts, const MarkedCell& marked) {
    if (parts.empty() || !opens_or_closes_rows(marked)) return parts;
    const auto literal = [](const Part& part) { return !part.entry && !part.field; };
    if (auto& first = parts.front(); literal(first))
        first.text.erase(0, std::min(first.text.find_first_not_of(blanks), first.text.size()));
    if (auto& last = parts.back(); literal(last)) last.text.erase(last.text.find_last_not_of(blanks) + 1);
    return parts;
}

void put_text_in_place(pugi::xml_node cell, const MarkedCell& marked, const std::vector<Part>& parts) {
    std::vector<Replacement> replacements;
    auto part = parts.begin();
    for (std::size_t i = 0; i < marked.pieces.size(); ++i) {
        const auto& piece = marked.pieces[i];
        std::string text;
        if (part != parts.end() && part->piece == i) text = (part++)->text;
        if (text != std::string_view(marked.text).substr(piece.begin, piece.end - piece.begin))
            replacements.push_back({piece.begin, piece.end, std::move(text)});
    }
    replace_in(cell, replacements);
}

/// A text as the arguments of `&`: in pieces that Excel takes, line ends as CHAR(10).
std::string literal_of(std::string_view text) {
    std::string formula;
    std::string piece;
    const auto flush = [&] {
        if (piece.empty()) return;
        formula += fmt::format("{}\"{}\"", formula.empty() ? "" : "&", piece);
        piece.clear();
    };
    for (const char c : text) {
        if (c == '\n') {
            flush();
            formula += formula.empty() ? "CHAR(10)" : "&CHAR(10)";
            continue;
        }
        if (piece.size() >= longest_literal && !continues_character(c)) flush();
        piece += c;
        if (c == '"') piece += c;
    }
    flush();
    return formula;
}

} // namespace

void set_type(pugi::xml_node cell, const char* type) {
    set_attribute(cell, "office:value-type", type);
    set_attribute(cell, "calcext:value-type", type);
}

void clear_value(pugi::xml_node cell) {
    for (const auto* const name :
         {"table:formula", "office:value-type", "calcext:value-type", "office:value", "office:string-value",
          "office:date-value", "office:time-value", "office:boolean-value", "office:currency"})
        cell.remove_attribute(name);
    set_text(cell, "");
}

void set_value(pugi::xml_node cell, const std::variant<double, std::string>& value,
               const std::string& shown) {
    clear_value(cell);
    if (const auto* const number = std::get_if<double>(&value)) {
        set_type(cell, "float");
        set_attribute(cell, "office:value", fmt::format("{}", *number));
    } else if (!std::get<std::string>(value).empty()) {
        set_type(cell, "string");
    }
    set_text(cell, shown);
}

bool CellWriter::write(pugi::xml_node cell, const MarkedCell& marked, const std::vector<Part>& all, bool live,
                       const std::string& style) {
    const auto parts = trimmed(all, marked);
    const bool figures =
        std::any_of(parts.begin(), parts.end(), [](const Part& p) { return p.entry.has_value(); });
    const auto said = std::count_if(parts.begin(), parts.end(), [](const Part& p) { return !is_blank(p); });
    const auto only = std::find_if(parts.begin(), parts.end(), [](const Part& p) { return !is_blank(p); });
    if (said == 1 && only->entry) return write_figure(cell, *only, live, style);
    if (said == 1 && only->field) return write_field(cell, *only->field, style), false;
    if (figures && live && write_mixed(cell, parts)) return true;
    put_text_in_place(cell, marked, parts);
    if (text_of(cell).empty()) clear_value(cell);
    return false;
}

std::string CellWriter::formula_of(const Entry& entry, std::size_t row, bool percentage_style) const {
    const auto cell = fmt::format("[${}.$B${}]", m_sources, sheet_row(row));
    if (entry.may_be_empty) return fmt::format("of:={}&\"\"", cell);
    const bool of_hundred = entry.kind == NumberKind::percent || entry.kind == NumberKind::points;
    if (percentage_style && of_hundred) return fmt::format("of:=IFERROR({0}/100;{0})", cell);
    return "of:=" + cell;
}

bool CellWriter::write_figure(pugi::xml_node cell, const Part& part, bool live, const std::string& style) {
    const Entry& entry = m_entries[*part.entry];
    const bool percentage = m_styles.is_percentage(style);
    const auto row = live ? m_entries.row_of(*part.entry) : std::nullopt;
    const auto* const number = std::get_if<double>(&entry.value);
    if (number == nullptr) {
        set_value(cell, entry.value, entry.shown);
        if (row) set_type(cell, "string");
    } else {
        const bool as_ratio =
            percentage && (entry.kind == NumberKind::percent || entry.kind == NumberKind::points);
        const double value = as_ratio ? *number / 100 : *number;
        auto shown_style = m_styles.for_number(style, entry.kind);
        if (entry.is_low()) shown_style = m_styles.that_says_low(shown_style);
        set_value(cell, value, number_text(value, m_styles.data_style(shown_style)));
        if (percentage) set_type(cell, "percentage");
        if (shown_style != style) set_attribute(cell, "table:style-name", shown_style);
    }
    if (!row) return false;
    set_attribute(cell, "table:formula", formula_of(entry, *row, percentage && number != nullptr));
    return true;
}

bool CellWriter::write_mixed(pugi::xml_node cell, const std::vector<Part>& parts) {
    std::string formula;
    std::string shown;
    std::string literal;
    const auto add = [&](const std::string& operand) {
        if (!operand.empty()) formula += (formula.empty() ? "of:=" : "&") + operand;
    };
    for (const auto& part : parts) {
        shown += part.text;
        if (!part.entry) {
            literal += part.text;
            continue;
        }
        add(literal_of(std::exchange(literal, {})));
        add(fmt::format("[${}.$C${}]", m_sources, sheet_row(*m_entries.row_of(*part.entry))));
    }
    add(literal_of(literal));
    if (formula.size() > longest_formula) return false;
    set_value(cell, shown, shown);
    set_attribute(cell, "table:formula", formula);
    return true;
}

void CellWriter::write_field(pugi::xml_node cell, const Field& field, const std::string& style) {
    const bool is_date = std::holds_alternative<Date>(field);
    const auto kind = is_date ? NumberKind::date : NumberKind::count;
    const auto shown_style = m_styles.for_number(style, kind);
    if (shown_style != style) set_attribute(cell, "table:style-name", shown_style);
    if (!is_date) {
        const double number = std::get<double>(field);
        return set_value(cell, number, number_text(number, m_styles.data_style(shown_style)));
    }
    const auto date = std::get<Date>(field);
    const auto month_in_words =
        m_styles.data_style(shown_style).child("number:month").attribute("number:textual").as_bool();
    clear_value(cell);
    set_type(cell, "date");
    set_attribute(cell, "office:date-value", iso_text(date));
    set_text(cell, month_in_words ? long_text(date) : iso_text(date));
}

} // namespace termbook::fill
