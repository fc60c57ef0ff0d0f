// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/reading/sheet_rows.hpp"

#include "templates/formulas/address.hpp"
#include "templates/odf/characters.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook::fill {

namespace {

bool holds_rows(std::string_view name) {
    return name == "table:table-rows" || name == "table:table-header-rows" || name == "table:table-row-group";
}

bool holds_columns(std::string_view name) {
    return name == "table:table-columns" || name == "table:table-header-columns" ||
           name == "table:table-column-group";
}

void gather_rows(pugi::xml_node parent, std::vector<RowEntry>& rows, std::int32_t& at) {
    for (const auto node : parent.children()) {
        if (is_row(node)) {
            const auto repeat = repeat_of(node, "table:number-rows-repeated");
            rows.push_back({node, at, repeat});
            at = std::min(at + repeat, formulas::sheet_rows);
        } else if (holds_rows(node.name())) {
            gather_rows(node, rows, at);
        }
    }
}

void gather_columns(pugi::xml_node parent, std::vector<RowEntry>& columns, std::int32_t& at) {
    for (const auto node : parent.children()) {
        if (is_column(node)) {
            const auto repeat = repeat_of(node, "table:number-columns-repeated");
            columns.push_back({node, at, repeat});
            at = std::min(at + repeat, formulas::sheet_columns);
        } else if (holds_columns(node.name())) {
            gather_columns(node, columns, at);
        }
    }
}

} // namespace

std::vector<RowEntry> rows_of(pugi::xml_node table) {
    std::vector<RowEntry> rows;
    std::int32_t at = 0;
    gather_rows(table, rows, at);
    return rows;
}

std::vector<RowEntry> columns_of(pugi::xml_node table) {
    std::vector<RowEntry> columns;
    std::int32_t at = 0;
    gather_columns(table, columns, at);
    return columns;
}

std::vector<pugi::xml_node> tables_of(pugi::xml_node spreadsheet) {
    std::vector<pugi::xml_node> tables;
    for (const auto table : spreadsheet.children("table:table"))
        tables.push_back(table);
    return tables;
}

bool is_row(pugi::xml_node node) {
    return std::string_view(node.name()) == "table:table-row";
}

bool is_column(pugi::xml_node node) {
    return std::string_view(node.name()) == "table:table-column";
}

bool is_cell(pugi::xml_node node) {
    const std::string_view name = node.name();
    return name == "table:table-cell" || name == "table:covered-table-cell";
}

std::int32_t repeat_of(pugi::xml_node node, const char* attribute) {
    return std::clamp(node.attribute(attribute).as_int(1), 1, formulas::sheet_rows);
}

void set_attribute(pugi::xml_node node, const char* name, std::string_view value) {
    auto attribute = node.attribute(name);
    if (!attribute) attribute = node.append_attribute(name);
    attribute.set_value(odf::xml_characters(value).c_str());
}

std::string cell_place(std::string_view sheet, std::int32_t column, std::int32_t row) {
    return fmt::format("sheet '{}', cell {}{}", sheet, formulas::column_name(column), row + 1);
}

} // namespace termbook::fill
