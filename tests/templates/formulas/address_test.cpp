// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/address.hpp"

#include "core/diagnostics/error.hpp"

#include <gtest/gtest.h>

namespace termbook::formulas {
namespace {

TEST(Address, a_cell_without_a_sheet_is_of_the_formulas_sheet) {
    const Reference reference = parse_reference(".B3");
    EXPECT_FALSE(reference.first.sheet);
    EXPECT_EQ(reference.first.column, 1);
    EXPECT_EQ(reference.first.row, 2);
    EXPECT_FALSE(reference.last);
}

TEST(Address, dollars_stand_for_absolute_parts) {
    const Reference reference = parse_reference("$Sources.$B12");
    EXPECT_EQ(reference.first.sheet, "Sources");
    EXPECT_TRUE(reference.first.sheet_absolute);
    EXPECT_TRUE(reference.first.column_absolute);
    EXPECT_FALSE(reference.first.row_absolute);
}

TEST(Address, a_quoted_sheet_may_hold_quotes_stops_colons_and_spaces) {
    const Reference reference = parse_reference("$'It''s a.b: 1'.A1:.B2");
    EXPECT_EQ(reference.first.sheet, "It's a.b: 1");
    EXPECT_FALSE(reference.last->sheet);
}

TEST(Address, whole_columns_are_known_in_both_spellings) {
    for (const char* text : {".A:.C", ".A1:.C1048576"}) {
        const Reference reference = parse_reference(text);
        EXPECT_TRUE(reference.whole_columns) << text;
        EXPECT_EQ(reference.last->row, sheet_rows - 1) << text;
        EXPECT_EQ(to_odf_address(reference), ".A:.C") << text;
    }
}

TEST(Address, whole_rows_are_known_in_both_spellings) {
    for (const char* text : {".2:.4", ".A2:.XFD4"}) {
        const Reference reference = parse_reference(text);
        EXPECT_TRUE(reference.whole_rows) << text;
        EXPECT_EQ(reference.last->column, sheet_columns - 1) << text;
        EXPECT_EQ(to_odf_address(reference), ".2:.4") << text;
    }
}

TEST(Address, broken_corners_are_kept_as_broken) {
    for (const char* text : {"#REF!", ".#REF!", "#REF!.A1", ".#REF!1", ".A#REF!", ".$A$#REF!", "$#REF!.$A$1",
                             ".A1:.#REF!", "#REF!.#REF!"}) {
        const Reference reference = parse_reference(text);
        EXPECT_TRUE(reference.first.broken || reference.last->broken) << text;
        EXPECT_EQ(to_odf_address(reference), "#REF!") << text;
    }
}

TEST(Address, what_is_written_is_what_was_read) {
    for (const char* text :
         {".B2", "Overview.B2:Overview.B9", "$'My sheet'.$A$1:.$B$2", "$Sheet1.A1:$Sheet3.B2", ".$A:.$C",
          ".XFD1048576", "'2024'.A1", "'It''s'.$2:.$4"})
        EXPECT_EQ(to_odf_address(parse_reference(text)), text);
}

TEST(Address, what_is_no_address_is_refused) {
    for (const char* text : {"", ".", "B2", ".B", ".2", ".B0", ".XFE1", ".A1048577", ".A1:", ".A1:.B",
                             ".A:.2", "'Sheet.A1", "'Sheet'A1", ".A1 ", ".A1:.B2:.C3", ".$", ".A$"})
        EXPECT_THROW(parse_reference(text), Error) << text;
}

TEST(Address, an_error_says_where) {
    try {
        parse_reference(".A1:.B");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.pos().column, 7u);
        EXPECT_STREQ(error.what(),
                     "found the end in the cell address '.A1:.B'; expected two corners of one kind; "
                     "correct the address");
    }
}

TEST(Address, a_list_is_cut_at_spaces_outside_quotes) {
    const auto references = parse_reference_list("'My sheet'.A1:'My sheet'.B2  Other.C3");
    ASSERT_EQ(references.size(), 2u);
    EXPECT_EQ(references[0].first.sheet, "My sheet");
    EXPECT_EQ(references[1].first.sheet, "Other");
    EXPECT_TRUE(parse_reference_list("").empty());
}

TEST(Address, columns_are_counted_without_a_zero) {
    EXPECT_EQ(column_name(0), "A");
    EXPECT_EQ(column_name(25), "Z");
    EXPECT_EQ(column_name(26), "AA");
    EXPECT_EQ(column_name(701), "ZZ");
    EXPECT_EQ(column_name(702), "AAA");
    EXPECT_EQ(column_name(sheet_columns - 1), "XFD");
}

TEST(Address, excel_puts_sheets_in_quotes_where_they_could_be_read_otherwise) {
    EXPECT_EQ(to_excel_sheet("Overview"), "Overview");
    EXPECT_EQ(to_excel_sheet("Year_4.b"), "Year_4.b");
    EXPECT_EQ(to_excel_sheet("My sheet"), "'My sheet'");
    EXPECT_EQ(to_excel_sheet("It's"), "'It''s'");
    EXPECT_EQ(to_excel_sheet("2024"), "'2024'");
    EXPECT_EQ(to_excel_sheet("AB12"), "'AB12'");
    EXPECT_EQ(to_excel_sheet("KS4"), "'KS4'");
    EXPECT_EQ(to_excel_sheet("R1C1"), "'R1C1'");
    EXPECT_EQ(to_excel_sheet("rc"), "'rc'");
    EXPECT_EQ(to_excel_sheet("Rcx"), "Rcx");
    EXPECT_EQ(to_excel_sheet("Élèves"), "'Élèves'");
}

} // namespace
} // namespace termbook::formulas
