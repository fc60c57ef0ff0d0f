// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/reading/sheet_rows.hpp"
#include "templates/odf/document.hpp"

#include <string>
#include <vector>

namespace termbook::fill {

/// Adds rows with these texts in their cells to a sheet; what starts with "=of:" is a formula.
inline void append_rows(pugi::xml_node table, const std::vector<std::vector<std::string>>& rows) {
    for (const auto& row : rows) {
        auto row_node = table.append_child("table:table-row");
        for (const auto& text : row) {
            auto cell = row_node.append_child("table:table-cell");
            if (text.starts_with("=of:")) {
                set_attribute(cell, "table:formula", text.substr(1));
            } else if (!text.empty()) {
                set_attribute(cell, "office:value-type", "string");
                cell.append_child("text:p").text() = text.c_str();
            }
        }
    }
}

/// Adds a sheet behind the others.
inline void append_sheet(odf::Document& document, const std::string& name,
                         const std::vector<std::vector<std::string>>& rows) {
    auto table = document.spreadsheet().append_child("table:table");
    set_attribute(table, "table:name", name);
    append_rows(table, rows);
}

/// The formula of a cell of a sheet, from 0; empty if there is none.
inline std::string formula_of(const odf::Document& document, const std::string& sheet, std::int32_t column,
                              std::int32_t row) {
    std::string formula;
    const auto table =
        document.spreadsheet().find_child_by_attribute("table:table", "table:name", sheet.c_str());
    for (const auto& entry : rows_of(table))
        if (entry.first == row)
            for_each_cell(entry.node, [&](pugi::xml_node cell, std::int32_t at, std::int32_t) {
                if (at == column) formula = cell.attribute("table:formula").value();
            });
    return formula;
}

/// A spreadsheet of one sheet, "Overview", with these rows.
inline odf::Document small_template(const std::vector<std::vector<std::string>>& rows) {
    auto document = odf::Document::parse(
        R"(<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
        R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
        R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3")"
        R"( office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>)"
        R"(<table:table table:name="Overview"><table:table-column table:number-columns-repeated="30"/></table:table>)"
        R"(</office:spreadsheet></office:body></office:document>)",
        "small.fods");
    append_rows(document.spreadsheet().child("table:table"), rows);
    return document;
}

} // namespace termbook::fill
