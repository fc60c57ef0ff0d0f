// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/row_queue.hpp"
#include "connectors/readers/sheets/workbook.hpp"
#include "core/diagnostics/error.hpp"
#include "tests/connectors/readers/sheets/made_workbook.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::readers {

namespace {

using testing::HasSubstr;

std::string refusal_of_data(std::string sheet_data) {
    return refusal_of(xlsx_entries({std::move(sheet_data)}));
}

/// A compound file of one sector of header and one of directory that holds this stream.
std::string compound_file(std::string_view stream) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    bytes.resize(512 + 128);
    for (const char letter : stream)
        bytes.append(1, letter).append(1, '\0');
    bytes.resize(1024);
    return bytes;
}

} // namespace

TEST(Xlsx, cells_of_every_type_become_text) {
    EXPECT_EQ(
        rows_text({"<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
                   "<row r='2'><c r='A2'><v>201123456789</v></c><c r='B2'><v>0.94499999999999995</v></c>"
                   "<c r='C2' t='b'><v>1</v></c><c r='D2' t='b'><v>0</v></c><c r='E2' t='e'><v>#N/A</v></c>"
                   "<c r='F2' t='str'><f>A1&amp;B1</f><v>UPN Year</v></c>"
                   "<c r='G2' t='d'><v>2025-09-01T00:00:00Z</v></c>"
                   "<c r='H2' t='n'><f>1+1</f><v>2</v></c></row>",
                   "<si><t>UPN</t></si><si><t>Year</t></si>"}),
        "1: UPN|Year\n2: 201123456789|0.945|TRUE|FALSE|#N/A|UPN Year|2025-09-01|2\n");
}

TEST(Xlsx, numbers_are_what_their_format_says) {
    EXPECT_EQ(
        rows_text({"<row><c s='1'><v>45901</v></c><c s='2'><v>45901.354166666664</v></c>"
                   "<c s='3'><v>0.945</v></c><c s='4'><v>0.5</v></c><c s='5'><v>123</v></c>"
                   "<c s='6'><v>1.1041666666666667</v></c><c s='7'><v>123</v></c><c s='99'><v>1.5</v></c>"
                   "<c s=''><v>1E3</v></c><c s='1' t='s'><v>0</v></c></row>",
                   "<si><t>4-11</t></si>",
                   "<numFmt numFmtId='164' formatCode='[$-809]dd/mm/yyyy hh:mm;@'/>"
                   "<numFmt numFmtId='165' formatCode='000000'/>",
                   "<xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='9'/><xf numFmtId='20'/>"
                   "<xf numFmtId='165'/><xf numFmtId='46'/><xf numFmtId='49'/>"}),
        "1: 2025-09-01|2025-09-01T08:30:00|94.5%|12:00:00|000123|26:30:00|123|1.5|1000|4-11\n");
}

TEST(Xlsx, dates_may_count_from_1904) {
    MadeXlsx made{"<row><c s='1'><v>44439</v></c></row>"};
    made.xfs = "<xf numFmtId='14'/>";
    made.workbook_properties = "date1904='1'";
    EXPECT_EQ(rows_text(made), "1: 2025-09-01\n");
}

TEST(Xlsx, rows_and_cells_may_leave_out_where_they_are_and_one_another) {
    EXPECT_EQ(rows_text({"<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>"
                         "<row r='5'><c r='AB5'><v>4</v></c><c r='A5'><v>5</v></c></row><row/>"
                         "<row><c><v/></c><c/><c t='s'><v></v></c></row><row><c><v>6</v></c></row>"}),
              "1: 1|||2|3\n5: 5|||||||||||||||||||||||||||4\n8: 6\n");
}

TEST(Xlsx, texts_are_joined_of_their_runs_without_phonetic_ones) {
    EXPECT_EQ(
        rows_text(
            {"<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='inlineStr'><is><r><t>in</t></r><r>"
             "<t>line</t></r><rPh sb='0' eb='1'><t>no</t></rPh></is></c></row>",
             "<si><r><rPr><b/></rPr><t>Zo</t></r><r><t xml:space='preserve'>ë </t></r><rPh sb='0' eb='1'>"
             "<t>no</t></rPh><phoneticPr fontId='1'/></si><si><t>two</t></si>"}),
        "1: Zoë |two|inline\n");
}

TEST(Xlsx, blanks_around_a_text_count_where_it_says_so_and_escapes_are_undone) {
    EXPECT_EQ(
        rows_text(
            {"<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='inlineStr'><is><t> a_x000D_b </t></is>"
             "</c><c t='str'><v>_x0041_</v></c></row>",
             "<si><t> a </t></si><si><t xml:space='preserve'> a </t></si>"}),
        "1: a| a |a\rb|A\n");
}

TEST(Xlsx, parts_are_found_by_their_links_whatever_prefix_their_elements_have) {
    std::vector<MadeEntry> entries = xlsx_entries({"<row><c t='s'><v>0</v></c></row>", "<si><t>x</t></si>"});
    for (MadeEntry& entry : entries)
        if (entry.name.starts_with("xl/") && !entry.name.ends_with(".rels"))
            for (std::size_t at = 0; (at = entry.content.find('<', at)) != std::string::npos; ++at)
                entry.content.insert(entry.content[at + 1] == '/' ? at + 2 : at + 1, "x:");
    for (MadeEntry& entry : entries)
        if (const std::size_t at = entry.content.find("xmlns=");
            at != std::string::npos && entry.name.starts_with("xl/"))
            entry.content.replace(at, 5, "xmlns:x");
    EXPECT_EQ(rows_text(*open_made(entries)), "1: x\n");
}

TEST(Xlsx, sheets_are_named_with_what_is_hidden_of_them) {
    MadeXlsx made{"<row hidden='1'><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"};
    made.before_data = "<cols><col min='2' max='3' hidden='1'/><col min='4' max='5'/></cols>";
    made.more_sheets = "<sheet name='A_x0026_B' sheetId='2' state='veryHidden' r:id='rId4'/>"
                       "<sheet name='Chart' sheetId='3' r:id='rId5'/>";
    const auto workbook = open_made(xlsx_entries(made));
    ASSERT_EQ(workbook->sheets().size(), 2u);
    EXPECT_FALSE(workbook->sheets()[0].hidden);
    EXPECT_EQ(workbook->sheets()[1].name, "A&B");
    EXPECT_TRUE(workbook->sheets()[1].hidden);
    const auto rows = workbook->rows(1);
    Row row;
    ASSERT_TRUE(rows->next(row));
    EXPECT_TRUE(rows->is_hidden_row());
    EXPECT_FALSE(rows->is_hidden_column(0));
    EXPECT_TRUE(rows->is_hidden_column(2));
    EXPECT_FALSE(rows->is_hidden_column(3));
    EXPECT_EQ(rows->column_of(1), 2u);
    ASSERT_TRUE(rows->next(row));
    EXPECT_FALSE(rows->is_hidden_row());
}

TEST(Xlsx, many_rows_come_out_in_order_over_the_ends_of_pieces) {
    MadeXlsx made;
    for (int i = 1; i <= 30'000; ++i)
        made.sheet_data += fmt::format(
            "<row r='{0}'><c r='A{0}'><v>{0}</v></c><c r='C{0}' t='str'><v>row {0}</v></c></row>", i);
    const auto workbook = open_made(xlsx_entries(made));
    const auto rows = workbook->rows(0);
    std::uint64_t line = 0;
    for (Row row; rows->next(row);) {
        ++line;
        ASSERT_EQ(row.line, line);
        ASSERT_EQ(row.cells.size(), 3u);
        ASSERT_EQ(row.cells[0], std::to_string(line));
        ASSERT_EQ(row.cells[1], "");
        ASSERT_EQ(row.cells[2], "row " + std::to_string(line));
    }
    EXPECT_EQ(line, 30'000u);
}

TEST(Xlsx, what_is_broken_is_named_with_its_cell) {
    EXPECT_THAT(
        refusal_of_data("<row r='3'><c r='B3' t='s'><v>7</v></c></row>"),
        HasSubstr("book.xlsx, sheet 'Pupils', cell B3: found a text that the workbook does not have"));
    EXPECT_THAT(refusal_of_data("<row r='3'/><row r='3'/>"),
                HasSubstr("book.xlsx, sheet 'Pupils', row 3: found rows that are not in their order"));
    EXPECT_THAT(refusal_of_data("<row r='x'/>"), HasSubstr("a row whose number is none"));
    EXPECT_THAT(refusal_of_data("<row><c r='4'/></row>"), HasSubstr("a cell whose name is none"));
    EXPECT_THAT(refusal_of_data("<row><c r='XFE1'><v>1</v></c></row>"), HasSubstr("beyond the last"));
    EXPECT_THAT(refusal_of_data("<row r='1048577'><c><v>1</v></c></row>"), HasSubstr("beyond the last"));
    EXPECT_THAT(refusal_of_data("<row><c>"), HasSubstr("book.xlsx/xl/worksheets/sheet1.xml:1:"));
}

TEST(Xlsx, packages_that_are_not_whole_or_something_else_are_refused) {
    std::vector<MadeEntry> entries = xlsx_entries({""});
    entries.pop_back();
    EXPECT_THAT(refusal_of(entries), HasSubstr("a workbook without its part 'xl/worksheets/sheet1.xml'"));
    const auto with_root = [](std::string part) {
        return refusal_of({{"_rels/.rels", "<Relationships><Relationship Type='x/officeDocument' Target='" +
                                               part + "'/></Relationships>"}});
    };
    EXPECT_THAT(with_root("xl/workbook.bin"), HasSubstr("an .xlsb workbook"));
    EXPECT_THAT(with_root("word/document.xml"), HasSubstr("a document or presentation"));
    EXPECT_EQ(refusal_of({{"a.csv", "UPN"}}), "no workbook");
}

TEST(Xlsx, with_a_password_or_of_the_old_kind_it_is_refused_for_what_it_is) {
    const auto said = [](std::string bytes) {
        try {
            return open_workbook(keep_seekable(std::move(bytes), "b.xlsx")) ? "opened"
                                                                            : std::string("no workbook");
        } catch (const Error& error) {
            return std::string(error.what());
        }
    };
    EXPECT_THAT(said(compound_file("EncryptedPackage")),
                HasSubstr("b.xlsx: found a workbook with a password"));
    EXPECT_THAT(said(compound_file("Workbook")), HasSubstr("save it as .xlsx"));
    EXPECT_EQ(said("UPN,Year\n"), "no workbook");
    EXPECT_EQ(said(""), "no workbook");
}

TEST(RowQueue, a_sheet_that_a_few_bytes_fill_is_refused) {
    RowQueue rows;
    rows.begin_row(1, false);
    for (std::size_t column = 0; column < 1000; ++column)
        rows.put(column, "x");
    EXPECT_THROW(rows.end_row(most_sheet_rows), Error);
}

} // namespace termbook::readers
