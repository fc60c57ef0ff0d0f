// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/row_height.hpp"

#include "templates/writers/xlsx/cell_text.hpp"

#include <algorithm>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

/// Of the size of the letters: how wide one is on average, and how far lines are apart.
constexpr double plain_width = 0.53;
constexpr double bold_width = 0.57;
constexpr double line_distance = 1.25;
/// What a cell keeps free at its sides together.
constexpr double padding = 4;

double width_of(const std::vector<Column>& columns, std::int32_t first, std::int32_t count) {
    double width = 0;
    for (const auto& column : columns) {
        const auto shared = std::min(column.last + 1, first + count) - std::max(column.first, first);
        width += std::max(shared, 0) * column.width;
    }
    return width;
}

std::int64_t letters_in(std::string_view word) {
    return std::count_if(word.begin(), word.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

/// How many lines a paragraph takes where so many letters fit into one: words stay whole if they can.
std::int64_t lines_of(std::string_view paragraph, std::int64_t fitting) {
    std::int64_t lines = 1;
    std::int64_t used = 0;
    while (!paragraph.empty()) {
        const auto word = paragraph.substr(0, paragraph.find(' '));
        paragraph.remove_prefix(std::min(word.size() + 1, paragraph.size()));
        const auto letters = letters_in(word);
        if (used > 0 && used + letters > fitting) {
            ++lines;
            used = 0;
        }
        lines += std::max<std::int64_t>(letters - 1, 0) / fitting;
        used += letters % fitting + 1;
    }
    return lines;
}

struct Extent {
    std::int64_t lines{0};
    double letter_size{0};
};

Extent extent_of(const std::vector<Run>& runs, const Look& look, double width) {
    Extent extent{0, look.letters.size};
    bool bold = look.letters.bold;
    for (const auto& run : runs) {
        extent.letter_size = std::max(extent.letter_size, run.letters.size);
        bold = bold || run.letters.bold;
    }
    const double letter = extent.letter_size * (bold ? bold_width : plain_width);
    const auto fitting = static_cast<std::int64_t>((width - padding - look.indent) / letter);
    const auto text = plain_text(runs);
    for (std::string_view rest = text;;) {
        const auto paragraph = rest.substr(0, rest.find('\n'));
        extent.lines += look.wrapped ? lines_of(paragraph, std::max<std::int64_t>(fitting, 1)) : 1;
        if (paragraph.size() == rest.size()) return extent;
        rest.remove_prefix(paragraph.size() + 1);
    }
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
        const auto extent = extent_of(runs, look, width_of(columns, first, span));
        breaks = breaks || look.wrapped || extent.lines > 1;
        height = std::max(height, static_cast<double>(extent.lines) * extent.letter_size * line_distance + 2);
    }
    return breaks ? std::optional(height) : std::nullopt;
}

} // namespace termbook::writers::xlsx
