// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/row_height.hpp"

#include "templates/writers/looks/letter_widths.hpp"
#include "templates/writers/xlsx/cell_text.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

/// What a cell keeps free at its sides together. An .xlsx file cannot say it.
constexpr double padding_across = 4;
/// Programs set letters in whole pixels, most often a little wider than the font has them.
constexpr double rounding = 1.02;

double text_width(std::string_view text, const Letters& letters) {
    return std::accumulate(text.begin(), text.end(), 0.0, [&](double sum, char c) {
        return sum + letter_width(static_cast<unsigned char>(c), letters);
    });
}

double width_of(const std::vector<Column>& columns, std::int32_t first, std::int32_t count) {
    double width = 0;
    for (const auto& column : columns) {
        const auto shared = std::min(column.last + 1, first + count) - std::max(column.first, first);
        width += std::max(shared, 0) * column.width;
    }
    return width;
}

/// Where a line may end without a blank, as LibreOffice and Excel have it: after a dash, a slash (but not in
/// a fraction), a question or exclamation mark.
bool may_break_after(std::string_view text, std::size_t at) {
    const auto is_digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    const auto is_letter = [&](std::size_t i) {
        const auto small = static_cast<unsigned char>(text[i] | 0x20);
        return (small >= 'a' && small <= 'z') || static_cast<unsigned char>(text[i]) >= 0x80;
    };
    if (at + 1 >= text.size() || !(is_digit(at + 1) || is_letter(at + 1))) return false;
    if (text[at] == '/') return at == 0 || !is_digit(at - 1) || !is_digit(at + 1);
    const auto before = text.substr(0, at + 1);
    return text[at] == '-' || text[at] == '?' || text[at] == '!' || text[at] == '|' ||
           before.ends_with("\u2013") || before.ends_with("\u2014") || before.ends_with("\u2026");
}

/// The text up to the first place where a line may end, with the blanks there.
std::string_view next_part(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && text[end] != ' ')
        if (may_break_after(text, end++)) return text.substr(0, end);
    return text.substr(0, std::min(text.find_first_not_of(' ', end), text.size()));
}

/// How many lines a paragraph takes in such a width: what cannot be broken stays whole if it fits into a
/// line.
std::int64_t lines_of(std::string_view paragraph, const Letters& letters, double width) {
    std::int64_t lines = 1;
    double used = 0;
    const auto put = [&](double wide) {
        if (used > 0 && used + wide > width) {
            ++lines;
            used = 0;
        }
        used += wide;
    };
    while (!paragraph.empty()) {
        const auto part = next_part(paragraph);
        paragraph.remove_prefix(part.size());
        const auto word = part.substr(0, part.find(' '));
        const double wide = text_width(word, letters);
        if (wide <= width)
            put(wide);
        else {
            if (used > 0) ++lines;
            used = 0;
            for (const char c : word)
                put(letter_width(static_cast<unsigned char>(c), letters));
        }
        used += text_width(part.substr(word.size()), letters);
    }
    return lines;
}

struct Extent {
    std::int64_t lines{0};
    double line{0}; ///< points from line to line
};

/// Letters of several kinds count as all of the widest.
Extent extent_of(const std::vector<Run>& runs, const Look& look, bool breaks, double width) {
    Letters letters = look.letters;
    for (const auto& run : runs) {
        letters.size = std::max(letters.size, run.letters.size);
        letters.bold = letters.bold || run.letters.bold;
    }
    Extent extent{0, line_distance(letters)};
    const double room = std::max((width - padding_across - look.indent) / rounding, 1.0);
    const auto text = plain_text(runs);
    for (std::string_view rest = text;;) {
        const auto paragraph = rest.substr(0, rest.find('\n'));
        extent.lines += breaks ? lines_of(paragraph, letters, room) : 1;
        if (paragraph.size() == rest.size()) return extent;
        rest.remove_prefix(paragraph.size() + 1);
    }
}

/// Only text breaks into lines; a number that is too wide shows as "###".
bool is_text(pugi::xml_node cell) {
    const std::string_view type = cell.attribute("office:value-type").value();
    return type.empty() || type == "string";
}

} // namespace

std::optional<double> estimated_height(Book& book, pugi::xml_node row, const std::vector<Column>& columns) {
    const std::string row_style = row.attribute("table:default-cell-style-name").value();
    double height = LXW_DEF_ROW_HEIGHT;
    bool breaks = false;
    std::int32_t at = 0;
    auto column = columns.begin();
    for (const auto& cell : row.children()) {
        const std::string_view name = cell.name();
        if (name != "table:table-cell" && name != "table:covered-table-cell") continue;
        const auto first = at;
        at = std::min(
            at + std::clamp(cell.attribute("table:number-columns-repeated").as_int(1), 1, most_columns),
            most_columns);
        if (name != "table:table-cell" || !cell.child("text:p")) continue;
        // A text over several rows makes none of them higher.
        if (cell.attribute("table:number-rows-spanned").as_int(1) > 1) continue;
        while (column != columns.end() && column->last < first)
            ++column;
        std::string style = cell.attribute("table:style-name").value();
        if (style.empty()) style = row_style;
        if (style.empty() && column != columns.end()) style = column->cell_style;
        const Look& look = book.styles.cell_look(style);
        const auto span =
            std::clamp(cell.attribute("table:number-columns-spanned").as_int(1), 1, most_columns);
        const auto runs = read_text(cell, look.letters, book.styles);
        const auto extent =
            extent_of(runs, look, look.wrapped && is_text(cell), width_of(columns, first, span));
        breaks = breaks || extent.lines > 1;
        height = std::max(height, static_cast<double>(extent.lines) * extent.line + look.above + look.below);
    }
    return breaks ? std::optional(height) : std::nullopt;
}

} // namespace termbook::writers::xlsx
