// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/workbook.hpp"
#include "core/diagnostics/error.hpp"
#include "tests/connectors/readers/sheets/made_workbook.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::readers {

namespace {

using testing::HasSubstr;

constexpr auto spreadsheet = "application/vnd.oasis.opendocument.spreadsheet";

std::string content(std::string_view tables) {
    return fmt::format(
        "<office:document xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s' xmlns:calcext='c' "
        "xmlns:draw='d'>"
        "<office:automatic-styles><style:style style:name='ta1'><style:table-properties/></style:style>"
        "<style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>"
        "</office:automatic-styles><office:body><office:spreadsheet>{}</office:spreadsheet></office:body>"
        "</office:document>",
        tables);
}

std::vector<MadeEntry> ods_entries(std::string_view tables) {
    return {{"mimetype", spreadsheet, 0, 0},
            {"content.xml", content(tables)},
            {"META-INF/manifest.xml", "<manifest:manifest xmlns:manifest='m'/>"}};
}

std::string table(std::string_view inside) {
    return fmt::format("<table:table table:name='Pupils'>{}</table:table>", inside);
}

std::string rows_of(std::string_view inside) {
    return rows_text(*open_made(ods_entries(table(inside))));
}

std::string row(std::string_view cells) {
    return fmt::format("<table:table-row>{}</table:table-row>", cells);
}

std::string cell(std::string_view attributes, std::string_view shown = {}) {
    return fmt::format("<table:table-cell {}>{}</table:table-cell>", attributes, shown);
}

std::string text_cell(std::string_view inside) {
    return cell("office:value-type='string'", inside);
}

} // namespace

TEST(Ods, values_of_every_type_become_the_same_text_as_in_an_xlsx) {
    EXPECT_EQ(
        rows_of(
            row(cell("office:value-type='float' office:value='201123456789'", "<text:p>2.01E+11</text:p>") +
                cell("office:value-type='float' office:value='123'", "<text:p>000123</text:p>") +
                cell("office:value-type='currency' office:value='12.5'", "<text:p>£12.50</text:p>") +
                cell("office:value-type='percentage' office:value='0.945'", "<text:p>95%</text:p>") +
                cell("office:value-type='date' office:date-value='2025-09-01'", "<text:p>01/09/25</text:p>") +
                cell("office:value-type='date' office:date-value='2025-09-01T08:30:00'") +
                cell("office:value-type='time' office:time-value='PT08H30M00S'") +
                cell("office:value-type='boolean' office:boolean-value='true'", "<text:p>WAHR</text:p>") +
                cell("office:value-type='string' calcext:value-type='error' office:string-value=''",
                     "<text:p>#N/A</text:p>") +
                cell("office:value-type='string' office:string-value='kept'", "<text:p>shown</text:p>"))),
        "1: 201123456789|000123|12.5|94.5%|2025-09-01|2025-09-01T08:30:00|08:30:00|TRUE|#N/A|kept\n");
}

TEST(Ods, texts_have_their_lines_and_blanks_and_no_comments_or_drawings) {
    EXPECT_EQ(
        rows_of(row(text_cell("<text:p>a<text:line-break/>b</text:p><text:p/><text:p>c</text:p>") +
                    text_cell("<text:p>\n  a  <text:span>b</text:span>\n<text:s text:c='2'/>c<text:tab/>d"
                              "<text:s/></text:p>") +
                    text_cell("<office:annotation><text:p>no</text:p></office:annotation><text:p>y"
                              "<text:a>es</text:a><text:note><text:p>no</text:p></text:note></text:p>"
                              "<draw:frame><text:p>no</text:p></draw:frame>\n"))),
        "1: a\nb\n\nc|a b   c\td |yes\n");
}

TEST(Ods, repeats_are_written_out_and_those_at_the_end_are_dropped) {
    const std::string value =
        cell("office:value-type='float' office:value='1' table:number-columns-repeated='2'");
    EXPECT_EQ(rows_of("<table:table-row table:number-rows-repeated='2'>" + value +
                      cell("table:number-columns-repeated='2'") + value +
                      cell("table:number-columns-repeated='16378'") + "</table:table-row>" +
                      "<table:table-row table:number-rows-repeated='3'>" + cell("") + "</table:table-row>" +
                      row(value) + "<table:table-row table:number-rows-repeated='1048570'>" +
                      cell("table:number-columns-repeated='16384'") + "</table:table-row>"),
              "1: 1|1|||1|1\n2: 1|1|||1|1\n6: 1|1\n");
}

TEST(Ods, merged_cells_have_their_value_in_the_first) {
    EXPECT_EQ(rows_of(row(
                  cell("office:value-type='string' table:number-columns-spanned='2'", "<text:p>a</text:p>") +
                  "<table:covered-table-cell office:value-type='string'><text:p>no</text:p>"
                  "</table:covered-table-cell>" +
                  text_cell("<text:p>b</text:p>"))),
              "1: a||b\n");
}

TEST(Ods, rows_stand_in_groups_and_headers_too) {
    const std::string one = row(text_cell("<text:p>x</text:p>"));
    EXPECT_EQ(rows_of("<table:table-header-rows>" + one +
                      "</table:table-header-rows><table:table-row-group>" + one + "<table:table-rows>" + one +
                      "</table:table-rows></table:table-row-group>"),
              "1: x\n2: x\n3: x\n");
}

TEST(Ods, sheets_are_named_with_what_is_hidden_of_them) {
    const std::string hidden_row = "<table:table-row table:visibility='filter'>" +
                                   text_cell("<text:p>x</text:p>") + "</table:table-row>";
    const auto workbook = open_made(ods_entries(
        "<table:table table:name='First' table:style-name='ta1'>" + row(text_cell("<text:p>1</text:p>")) +
        "</table:table><table:table table:name='Second' table:style-name='ta2'><table:table-column/>"
        "<table:table-column table:visibility='collapse' table:number-columns-repeated='2'/>" +
        hidden_row + "</table:table>"));
    ASSERT_EQ(workbook->sheets().size(), 2u);
    EXPECT_FALSE(workbook->sheets()[0].hidden);
    EXPECT_EQ(workbook->sheets()[1].name, "Second");
    EXPECT_TRUE(workbook->sheets()[1].hidden);
    EXPECT_EQ(rows_text(*workbook, 0), "1: 1\n");
    EXPECT_EQ(rows_text(*workbook, 1), "1: x\n");
    const auto rows = workbook->rows(1);
    Row read;
    ASSERT_TRUE(rows->next(read));
    EXPECT_TRUE(rows->is_hidden_row());
    EXPECT_FALSE(rows->is_hidden_column(0));
    EXPECT_TRUE(rows->is_hidden_column(2));
    EXPECT_FALSE(rows->is_hidden_column(3));
}

TEST(Ods, flat_files_are_read_the_same) {
    const std::string bytes = "<?xml version='1.0'?>" + content(table(row(text_cell("<text:p>x</text:p>"))));
    EXPECT_EQ(rows_text(*open_workbook(keep_seekable(bytes, "book.fods"))), "1: x\n");
    EXPECT_EQ(open_workbook(keep_seekable("<CTfile/>", "pupils.xml")), nullptr);
}

TEST(Ods, what_cannot_be_used_is_refused_for_what_it_is) {
    auto entries = ods_entries(table(""));
    entries[2].content = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/>";
    EXPECT_THAT(refusal_of(entries), HasSubstr("found a workbook with a password"));
    entries.resize(1);
    EXPECT_THAT(refusal_of(entries), HasSubstr("without its part 'content.xml'"));
    EXPECT_THAT(refusal_of({{"mimetype", "application/vnd.oasis.opendocument.text", 0, 0}}),
                HasSubstr("an OpenDocument that is no spreadsheet"));
    EXPECT_THAT(refusal_of(ods_entries("")), HasSubstr("a document without a sheet"));
    EXPECT_THAT(refusal_of(ods_entries(table("<table:table-row table:number-rows-repeated='99999999999'>" +
                                             text_cell("<text:p>x</text:p>") + "</table:table-row>"))),
                HasSubstr("sheet 'Pupils', row 1: found rows beyond the last of a sheet"));
    EXPECT_THAT(refusal_of(ods_entries(table(row(cell("office:value-type='float' office:value='1' "
                                                      "table:number-columns-repeated='16385'"))))),
                HasSubstr("sheet 'Pupils', row 1: found a cell beyond the last column"));
}

} // namespace termbook::readers
