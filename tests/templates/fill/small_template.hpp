// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/reading/sheet_rows.hpp"
#include "templates/odf/document.hpp"

#include <string>
#include <vector>

namespace termbook::fill {

/// A spreadsheet of one sheet, "Overview", with these texts in its cells; what starts with "=of:" is a
/// formula.
inline odf::Document small_template(const std::vector<std::vector<std::string>>& rows) {
    auto document = odf::Document::parse(
        R"(<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
        R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
        R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3")"
        R"( office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>)"
        R"(<table:table table:name="Overview"><table:table-column table:number-columns-repeated="30"/></table:table>)"
        R"(</office:spreadsheet></office:body></office:document>)",
        "small.fods");
    auto table = document.spreadsheet().child("table:table");
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
    return document;
}

} // namespace termbook::fill
