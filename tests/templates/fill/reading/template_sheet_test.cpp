// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/reading/template_sheet.hpp"

#include "core/diagnostics/error.hpp"
#include "tests/templates/fill/small_template.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::fill {
namespace {

using testing::HasSubstr;

TemplateSheet read(const odf::Document& document) {
    return read_template_sheet(document.spreadsheet().child("table:table"), "small.fods",
                               [](const Error& error) { throw error; });
}

std::string message_of(const odf::Document& document) {
    try {
        read(document);
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

/// A sheet of so many elements for rows, or for cells of one row, that each stand for `repeat`.
odf::Document repeated(int rows, int cells, const char* attribute, const char* repeat) {
    auto document = small_template(std::vector(static_cast<std::size_t>(rows),
                                               std::vector<std::string>(static_cast<std::size_t>(cells))));
    for (const auto& row : rows_of(document.spreadsheet().child("table:table")))
        if (std::string_view(attribute) == "table:number-rows-repeated")
            set_attribute(row.node, attribute, repeat);
        else
            for (auto cell : row.node.children())
                set_attribute(cell, attribute, repeat);
    return document;
}

TEST(TemplateSheet, rows_beyond_the_last_are_refused_with_the_sheet) {
    for (const int rows : {2, 3000})
        EXPECT_THAT(message_of(repeated(rows, 1, "table:number-rows-repeated", "1048576")),
                    HasSubstr("small.fods (sheet 'Overview'): found rows beyond row 1,048,576"));
}

TEST(TemplateSheet, cells_beyond_the_last_column_are_refused_with_their_row) {
    for (const int cells : {2, 3000})
        EXPECT_THAT(message_of(repeated(1, cells, "table:number-columns-repeated", "1048576")),
                    HasSubstr("small.fods (sheet 'Overview', row 1): found cells beyond column XFD"));
}

TEST(TemplateSheet, empty_rows_and_cells_up_to_the_end_of_the_sheet_are_no_error) {
    auto rows = repeated(1, 1, "table:number-rows-repeated", "1048575");
    rows.spreadsheet().child("table:table").append_child("table:table-row");
    EXPECT_EQ(read(rows).rows.back().first, 1048575);
    auto cells = repeated(1, 1, "table:number-columns-repeated", "16383");
    rows_of(cells.spreadsheet().child("table:table"))[0].node.append_child("table:table-cell");
    EXPECT_EQ(message_of(cells), "no error");
}

} // namespace
} // namespace termbook::fill
