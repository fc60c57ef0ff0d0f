// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/reading/template_sheet.hpp"

#include "templates/fill/layout/references.hpp"
#include "templates/fill/reading/blocks.hpp"
#include "templates/fill/reading/cell_text.hpp"
#include "templates/formulas/address.hpp"
#include "templates/marks/lexer.hpp"
#include "templates/marks/parser.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace termbook::fill {

namespace {

/// More copies of one marked cell or row than this are no table that anybody made on purpose.
constexpr std::int32_t most_copies = 4096;

/// Makes an element that stands for several places one element a place.
void split(pugi::xml_node node, const char* attribute, const SourcePos& place) {
    const auto repeat = repeat_of(node, attribute);
    if (repeat > most_copies)
        throw Error(place, fmt::format("a mark that is repeated {} times", repeat), "a mark in a few cells",
                    "clear the cells that need no mark");
    node.remove_attribute(attribute);
    for (std::int32_t copy = 1; copy < repeat; ++copy)
        node.parent().insert_copy_after(node, node);
}

bool holds_marks(pugi::xml_node cell) {
    if (!cell.attribute("table:formula").empty() || !cell.first_child()) return false;
    return marks::may_hold_marks(text_of(cell));
}

/// Positions are counted in 32 bits: what no spreadsheet program could have made is refused first.
void require_fit(const RowEntry& row, const std::string& file, const std::string& sheet) {
    if (row.first + row.repeat > formulas::sheet_rows)
        throw Error({file, 0, 0, fmt::format("sheet '{}'", sheet)}, "rows beyond row 1,048,576",
                    "at most 1,048,576 rows in a sheet", "delete the rows that are not needed");
    std::int32_t columns = 0;
    for (const auto cell : row.node.children()) {
        if (!is_cell(cell)) continue;
        columns += repeat_of(cell, "table:number-columns-repeated");
        if (columns > formulas::sheet_columns)
            throw Error({file, 0, 0, fmt::format("sheet '{}', row {}", sheet, row.first + 1)},
                        "cells beyond column XFD", "at most 16,384 columns in a sheet",
                        "delete the columns that are not needed");
    }
}

void split_repeats(pugi::xml_node table, const std::string& file, const std::string& sheet) {
    for (const auto& row : rows_of(table)) {
        require_fit(row, file, sheet);
        bool marked = false;
        for_each_cell(row.node, [&](pugi::xml_node cell, std::int32_t column, std::int32_t repeat) {
            if (!holds_marks(cell)) return;
            marked = true;
            if (repeat > 1)
                split(cell, "table:number-columns-repeated",
                      {file, 0, 0, cell_place(sheet, column, row.first)});
        });
        if (marked && row.repeat > 1)
            split(row.node, "table:number-rows-repeated", {file, 0, 0, cell_place(sheet, 0, row.first)});
    }
}

/// Finds the conditions that begin and end in the cell.
std::vector<bool> inside_cell(const std::vector<marks::Piece>& pieces) {
    std::vector<bool> inside(pieces.size(), false);
    std::vector<std::vector<std::size_t>> open;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto& content = pieces[i].content;
        if (std::holds_alternative<marks::Condition>(content)) open.push_back({i});
        if (std::holds_alternative<marks::Else>(content) && !open.empty()) open.back().push_back(i);
        if (!std::holds_alternative<marks::IfEnd>(content) || open.empty()) continue;
        for (const auto part : open.back())
            inside[part] = true;
        inside[i] = true;
        open.pop_back();
    }
    return inside;
}

class SheetReader {
  public:
    SheetReader(TemplateSheet& sheet, const std::string& file, const OnError& on_error)
        : m_sheet(sheet), m_file(file), m_on_error(on_error) {}

    void read() {
        for (const auto& row : m_sheet.rows)
            for_each_cell(row.node, [&](pugi::xml_node cell, std::int32_t column, std::int32_t) {
                if (cell.first_child() || !cell.attribute("table:formula").empty())
                    read_cell(cell, row.first, column);
            });
    }

  private:
    void read_cell(pugi::xml_node cell, std::int32_t row, std::int32_t column) {
        const auto& origin = m_sheet.origin;
        SourcePos place{m_file, 0, 0,
                        cell_place(origin.sheet.empty() ? m_sheet.name : origin.sheet,
                                   origin.at(column).of_template, row)};
        if (const auto formula = cell.attribute("table:formula")) {
            // Sheets with marks in their names may be referred to.
            const auto without_addresses =
                rewrite_bracketed(formula.value(), [](std::string_view) { return std::string(); });
            if (marks::may_hold_marks(without_addresses))
                m_on_error(Error(place, "a mark inside a formula", "marks in cells of their own",
                                 "put the mark in a cell and refer to that cell in the formula"));
            return;
        }
        auto text = text_of(cell);
        if (!marks::may_hold_marks(text)) return;
        try {
            auto pieces = marks::parse(text);
            auto inside = inside_cell(pieces);
            std::vector<marks::Direction> directions(pieces.size(), marks::Direction::rows);
            m_sheet.cells.push_back({cell, row, column, std::move(text), std::move(pieces), std::move(inside),
                                     std::move(directions), std::move(place)});
        } catch (const Error& error) {
            m_on_error(error.at(place));
        }
    }

    TemplateSheet& m_sheet;
    const std::string& m_file;
    const OnError& m_on_error;
};

void measure_blocks(TemplateSheet& sheet) {
    for (const auto& row : sheet.rows) {
        auto block = sheet.block_of(row.first);
        if (block == 0) continue;
        std::int32_t last = 0;
        for_each_cell(row.node, [&](pugi::xml_node cell, std::int32_t column, std::int32_t) {
            if (cell.first_child() || cell.attribute("table:formula")) last = column;
        });
        for (; block != 0; block = sheet.blocks[block].parent)
            sheet.blocks[block].last_beside = std::max(sheet.blocks[block].last_beside, last);
    }
}

std::size_t innermost(const std::vector<Block>& blocks, std::int32_t line) {
    std::size_t block = 0;
    while (true) {
        const auto& children = blocks[block].children;
        const auto after =
            std::upper_bound(children.begin(), children.end(), line,
                             [&](std::int32_t at, std::size_t child) { return at < blocks[child].first; });
        if (after == children.begin() || line > blocks[*(after - 1)].last) return block;
        block = *(after - 1);
    }
}

} // namespace

Origin::Columns Origin::at(std::int32_t column) const {
    const auto after = columns.upper_bound(column);
    if (after == columns.begin()) return {column, nullptr};
    const auto& [first, from] = *std::prev(after);
    return {from.of_template + (column - first), from.scope};
}

std::size_t TemplateSheet::block_of(std::int32_t row) const {
    return innermost(blocks, row);
}

std::size_t TemplateSheet::column_block_of(std::int32_t column) const {
    return innermost(columns, column);
}

TemplateSheet read_template_sheet(pugi::xml_node table, const std::string& file, const OnError& on_error,
                                  Origin origin) {
    TemplateSheet sheet;
    sheet.origin = std::move(origin);
    sheet.table = table;
    sheet.name = table.attribute("table:name").value();
    split_repeats(table, file, sheet.name);
    sheet.rows = rows_of(table);
    SheetReader(sheet, file, on_error).read();
    pair_blocks(sheet, on_error);
    measure_blocks(sheet);
    return sheet;
}

} // namespace termbook::fill
