// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::fill {

/// A row or column element, and the rows or columns of the sheet that it stands for. They count from 0.
struct RowEntry {
    pugi::xml_node node;
    std::int32_t first{0};
    std::int32_t repeat{1};
};

/// The rows of a table in order, also those inside groups and repeated headers. All that starts beyond the
/// last row of a sheet stands right behind that row.
std::vector<RowEntry> rows_of(pugi::xml_node table);

/// Its columns likewise. A document need not have an element for each column of its cells.
std::vector<RowEntry> columns_of(pugi::xml_node table);

/// The tables of a spreadsheet, hidden ones too.
std::vector<pugi::xml_node> tables_of(pugi::xml_node spreadsheet);

bool is_row(pugi::xml_node node);
bool is_column(pugi::xml_node node);
bool is_cell(pugi::xml_node node);

/// How many columns or rows an element stands for.
std::int32_t repeat_of(pugi::xml_node node, const char* attribute);

/// Calls visit(cell, first column, columns) for each cell of a row, covered ones too.
template<class Visit>
void for_each_cell(pugi::xml_node row, Visit visit) {
    std::int32_t column = 0;
    for (auto cell = row.first_child(); cell;) {
        const auto following = cell.next_sibling(); // `visit` may replace the cell
        if (is_cell(cell)) {
            const auto repeat = repeat_of(cell, "table:number-columns-repeated");
            visit(cell, column, repeat);
            column += repeat;
        }
        cell = following;
    }
}

/// Sets an attribute, adding it if need be.
void set_attribute(pugi::xml_node node, const char* name, std::string_view value);

/// "sheet 'Overview', cell B4".
std::string cell_place(std::string_view sheet, std::int32_t column, std::int32_t row);

} // namespace termbook::fill
