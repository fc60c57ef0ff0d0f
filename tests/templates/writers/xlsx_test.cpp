// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/odf/package.hpp"
#include "templates/writers/ods.hpp"
#include "tests/templates/writers/office_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <string>

namespace termbook::writers {
namespace {

namespace fs = std::filesystem;
using test::bytes_of;
using test::convert;
using test::Folder;
using test::runs;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const fs::path cases = fs::path(TERMBOOK_SOURCE_DIR) / "tests/templates/writers/cases";

std::string xlsx_of(const std::string& body, const std::string& part = "xl/worksheets/sheet1.xml",
                    const std::string& styles = "") {
    const Folder folder;
    const std::string text =
        R"(<office:document xmlns:office="o" xmlns:table="t" xmlns:text="x" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">)" +
        styles + "<office:body><office:spreadsheet>" + body +
        "</office:spreadsheet></office:body></office:document>";
    write_xlsx(odf::Document::parse(text, "a.fods"), folder / "a.xlsx");
    return odf::read_package(bytes_of(folder / "a.xlsx")).at(part);
}

std::string cell(const std::string& attributes, const std::string& text = "") {
    return "<table:table table:name=\"A\"><table:table-row><table:table-cell " + attributes + ">" + text +
           "</table:table-cell></table:table-row></table:table>";
}

class XlsxOffice : public ::testing::TestWithParam<std::string> {};

TEST_P(XlsxOffice, says_what_the_workbook_of_LibreOffice_says) {
    if (!runs("command -v soffice") || !runs("/usr/bin/python3 -c 'import openpyxl'"))
        GTEST_SKIP() << "needs soffice and openpyxl";
    const Folder folder;
    const auto document = odf::Document::read(cases / (GetParam() + ".fods"));
    EXPECT_THAT(write_xlsx(document, folder / "ours.xlsx").issues(), IsEmpty());
    write_ods(document, folder / "theirs.ods");
    convert(folder, "xlsx", (folder / "theirs.ods").string());
    const auto script = fs::path(TERMBOOK_SOURCE_DIR) / "tests/tools/compare_xlsx.py";
    EXPECT_EQ(std::system(fmt::format("/usr/bin/python3 '{}' '{}' '{}'", script.string(),
                                      (folder / "ours.xlsx").string(), (folder / "theirs.xlsx").string())
                              .c_str()),
              0);
}

TEST_P(XlsxOffice, shows_the_same_after_LibreOffice_worked_every_formula_out_anew) {
    if (!runs("command -v soffice")) GTEST_SKIP() << "needs soffice";
    const Folder folder;
    const auto document = odf::Document::read(cases / (GetParam() + ".fods"));
    write_xlsx(document, folder / "ours.xlsx");
    write_ods(document, folder / "theirs.ods");
    const std::string every_sheet =
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    convert(folder, every_sheet, (folder / "ours.xlsx").string() + " " + (folder / "theirs.ods").string());
    int sheets = 0;
    for (const auto& table : document.spreadsheet().children("table:table")) {
        ++sheets;
        const std::string ending = std::string("-") + table.attribute("table:name").value() + ".csv";
        const auto theirs = bytes_of(folder / ("theirs" + ending));
        EXPECT_THAT(theirs, Not(IsEmpty()));
        EXPECT_EQ(bytes_of(folder / ("ours" + ending)), theirs);
    }
    EXPECT_GT(sheets, 0);
}

TEST_P(XlsxOffice, a_package_and_flat_XML_show_the_same_in_LibreOffice) {
    if (!runs("command -v soffice")) GTEST_SKIP() << "needs soffice";
    const Folder folder;
    const auto document = odf::Document::read(cases / (GetParam() + ".fods"));
    write_ods(document, folder / "package.ods");
    write_fods(odf::Document::read(folder / "package.ods"), folder / "flat.fods");
    fs::copy_file(cases / (GetParam() + ".fods"), folder / "original.fods");
    convert(folder, "csv",
            fmt::format("'{0}/original.fods' '{0}/package.ods' '{0}/flat.fods'", folder.path().string()));
    const auto original = bytes_of(folder / "original.csv");
    EXPECT_THAT(original, Not(IsEmpty()));
    EXPECT_EQ(bytes_of(folder / "package.csv"), original);
    EXPECT_EQ(bytes_of(folder / "flat.csv"), original);
}

INSTANTIATE_TEST_SUITE_P(Cases, XlsxOffice, ::testing::Values("cells", "looks", "sheets"),
                         [](const auto& one) { return one.param; });

TEST(Xlsx, text_that_looks_like_a_formula_stays_text) {
    for (const char* text : {"=1+1", "+44", "-3", "@SUM(A1)", "=HYPERLINK(\"http://x\")"}) {
        const auto sheet =
            xlsx_of(cell("office:value-type=\"string\"", std::string("<text:p>") + text + "</text:p>"));
        EXPECT_THAT(sheet, Not(HasSubstr("<f>")));
        EXPECT_THAT(sheet, HasSubstr("t=\"s\""));
    }
}

TEST(Xlsx, text_that_looks_like_an_escape_stays_as_it_is) {
    EXPECT_THAT(xlsx_of(cell("office:value-type=\"string\"", "<text:p>a _x0041_ b_x</text:p>"),
                        "xl/sharedStrings.xml"),
                HasSubstr("<t>a _x005F_x0041_ b_x</t>"));
}

TEST(Xlsx, a_formula_without_a_value_has_an_empty_string_for_its_result_and_never_0) {
    EXPECT_THAT(xlsx_of(cell("table:formula=\"of:=1+1\"")), HasSubstr("t=\"str\"><f>1+1</f><v></v>"));
}

TEST(Xlsx, a_formula_with_an_error_for_its_result_is_worked_out_on_opening) {
    EXPECT_THAT(xlsx_of(cell("table:formula=\"of:=1/0\" office:value-type=\"string\" "
                             "calcext:value-type=\"error\" xmlns:calcext=\"c\"",
                             "<text:p>#DIV/0!</text:p>")),
                HasSubstr("<f>1/0</f><v></v>"));
}

TEST(Xlsx, a_million_empty_rows_cost_nothing) {
    const auto sheet = xlsx_of(
        "<table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"1048575\">"
        "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row><table:table-row>"
        "<table:table-cell office:value-type=\"float\" office:value=\"7\"/></table:table-row></table:table>");
    EXPECT_LT(sheet.size(), 2'000U);
    EXPECT_THAT(sheet, HasSubstr("r=\"A1048576\""));
}

TEST(Xlsx, a_sheet_of_repeated_content_beyond_reason_is_refused) {
    EXPECT_THROW(
        xlsx_of("<table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"1048576\">"
                "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" "
                "office:value=\"7\"/>"
                "</table:table-row></table:table>"),
        Error);
}

TEST(Xlsx, panes_zoom_and_gridlines_are_those_of_the_document) {
    const Folder folder;
    write_xlsx(odf::Document::read(cases / "sheets.fods"), folder / "a.xlsx");
    const auto sheet = odf::read_package(bytes_of(folder / "a.xlsx")).at("xl/worksheets/sheet1.xml");
    EXPECT_THAT(sheet, HasSubstr("showGridLines=\"0\""));
    EXPECT_THAT(sheet, HasSubstr("zoomScale=\"90\""));
    EXPECT_THAT(sheet, HasSubstr("<pane xSplit=\"1\" ySplit=\"2\" topLeftCell=\"B3\" "
                                 "activePane=\"bottomRight\" state=\"frozen\"/>"));
}

TEST(Xlsx, sheet_names_the_format_refuses_are_shortened_in_formulas_too) {
    const std::string name = "Attendance of all year groups / autumn";
    const auto sheet = xlsx_of("<table:table table:name=\"" + name +
                               "\"><table:table-row><table:table-cell table:formula=\"of:=['" + name +
                               "'.B1]\"/></table:table-row></table:table>");
    EXPECT_THAT(sheet, HasSubstr("'Attendance of all year groups _'!B1"));
}

std::string height_of_text(const std::string& wrap, const std::string& span, const std::string& text) {
    const auto sheet = xlsx_of(
        "<table:table xmlns:style=\"s\" xmlns:fo=\"f\" table:name=\"A\"><table:table-column "
        "table:number-columns-repeated=\"4\"/><table:table-row><table:table-cell "
        "office:value-type=\"string\" table:style-name=\"" +
            wrap + "\" table:number-columns-spanned=\"" + span + "\"><text:p>" + text +
            "</text:p></table:table-cell></table:table-row></table:table>",
        "xl/worksheets/sheet1.xml",
        R"(<office:automatic-styles xmlns:style="s" xmlns:fo="f"><style:style style:name="wrapped" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/></style:style></office:automatic-styles>)");
    const auto at = sheet.find(" ht=\"");
    return at == std::string::npos ? "none" : sheet.substr(at + 5, sheet.find('"', at + 5) - at - 5);
}

TEST(Xlsx, a_row_of_wrapped_text_is_high_enough_for_its_lines) {
    const std::string words = "forty letters of text in a narrow column";
    // 10 pt letters in columns of 48 pt: forty/letters of/text in a/narrow/column, lines 11.5 pt apart.
    EXPECT_EQ(height_of_text("wrapped", "1", words), "59.5");
    EXPECT_EQ(height_of_text("wrapped", "2", words), "25");
    EXPECT_EQ(height_of_text("wrapped", "4", words), "none");
    EXPECT_EQ(height_of_text("wrapped", "1", "short"), "none");
    EXPECT_EQ(height_of_text("", "1", "one<text:line-break/>two<text:line-break/>three"), "36.5");
    EXPECT_EQ(height_of_text("", "1", words), "none");
}

TEST(Xlsx, a_sheet_that_is_not_printed_has_an_empty_print_area) {
    const std::string table = R"(<table:table table:name="A" table:print="false"/>)";
    EXPECT_THAT(xlsx_of(table, "xl/workbook.xml"), HasSubstr(">A!$XFD$1048576</definedName>"));
    EXPECT_THAT(xlsx_of(R"(<table:table table:name="A"/>)", "xl/workbook.xml"), Not(HasSubstr("Print_Area")));
}

TEST(Xlsx, the_same_document_gives_the_same_file) {
    const Folder folder;
    const auto document = odf::Document::read(cases / "sheets.fods");
    write_xlsx(document, folder / "a.xlsx");
    write_xlsx(document, folder / "b.xlsx");
    EXPECT_EQ(bytes_of(folder / "a.xlsx"), bytes_of(folder / "b.xlsx"));
}

TEST(Xlsx, each_formula_that_reads_another_file_is_reported_with_its_cell) {
    const Folder folder;
    const auto formula_cell = [](const std::string& formula) {
        return "<table:table-cell table:formula=\"of:=" + formula + "\"/>";
    };
    const auto document = odf::Document::parse(
        R"(<office:document xmlns:office="o" xmlns:table="t"><office:body><office:spreadsheet><table:table table:name="A"><table:table-row>)" +
            formula_cell("['file:///b.ods'#$A.A1]") + formula_cell("[.A1]") +
            formula_cell("SUM(1;['file:///b.ods'#$A.A2])") +
            "</table:table-row></table:table></office:spreadsheet></office:body></office:document>",
        "pack.fods");
    const auto issues = write_xlsx(document, folder / "a.xlsx");
    ASSERT_EQ(issues.size(), 2U);
    EXPECT_EQ(to_string(issues.issues()[0]),
              "pack.fods (sheet 'A', cell A1): found a reference to another file; expected what an .xlsx "
              "file can hold; it became #REF!; bring those cells into the template, or choose .ods");
    EXPECT_EQ(issues.issues()[1].pos.where, "sheet 'A', cell C1");
}

} // namespace
} // namespace termbook::writers
