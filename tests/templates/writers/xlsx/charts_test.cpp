// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/package.hpp"
#include "templates/writers/ods.hpp"
#include "templates/writers/xlsx.hpp"
#include "tests/templates/writers/office_folder.hpp"

#include <gmock/gmock.h>
#include <regex>

namespace termbook::writers {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const fs::path cases = fs::path(TERMBOOK_SOURCE_DIR) / "tests/templates/writers/cases/charts";

struct Written {
    std::map<std::string, std::string> parts;
    std::vector<std::string> issues;

    const std::string& chart() const { return parts.at("xl/charts/chart1.xml"); }
    const std::string& drawing() const { return parts.at("xl/drawings/drawing1.xml"); }
};

Written write(const odf::Document& document) {
    const test::Folder folder;
    const auto issues = write_xlsx(document, folder / "a.xlsx");
    Written written{odf::read_package(test::bytes_of(folder / "a.xlsx")), {}};
    for (const auto& issue : issues.issues())
        written.issues.push_back(to_string(issue));
    return written;
}

/// The case with what `pattern` finds changed, once at least.
Written write_changed(const std::string& name, const std::string& pattern, const std::string& into) {
    const auto text = test::bytes_of(cases / (name + ".fods"));
    const auto changed = std::regex_replace(text, std::regex(pattern), into);
    EXPECT_NE(changed, text) << pattern;
    return write(odf::Document::parse(changed, "pack.fods"));
}

/// The case with a text box in place of its chart.
Written write_without_chart(const std::string& name) {
    auto text = test::bytes_of(cases / (name + ".fods"));
    const std::string end = "</draw:object>";
    const auto from = text.find("<draw:object>");
    text.replace(from, text.rfind(end) + end.size() - from, "<draw:text-box/>");
    return write(odf::Document::parse(text, "pack.fods"));
}

Written write_case(const std::string& name) {
    return write(odf::Document::read(cases / (name + ".fods")));
}

const std::vector<std::string> kinds{"column", "column_percent", "bar_stacked", "line",
                                     "area",   "scatter",        "pie",         "combined"};

bool same_charts(const fs::path& ours, const fs::path& theirs) {
    const auto script = fs::path(TERMBOOK_SOURCE_DIR) / "tests/tools/compare_charts.py";
    return std::system(
               fmt::format("/usr/bin/python3 '{}' '{}' '{}'", script.string(), ours.string(), theirs.string())
                   .c_str()) == 0;
}

class ChartsOffice : public ::testing::TestWithParam<std::string> {};

TEST_P(ChartsOffice, say_what_the_charts_of_LibreOffice_say) {
    if (!test::runs("command -v soffice")) GTEST_SKIP() << "needs soffice";
    const test::Folder folder;
    const auto document = odf::Document::read(cases / (GetParam() + ".fods"));
    EXPECT_THAT(write_xlsx(document, folder / "ours.xlsx").issues(), IsEmpty());
    write_ods(document, folder / "theirs.ods");
    test::convert(folder, "xlsx", (folder / "theirs.ods").string());
    EXPECT_TRUE(same_charts(folder / "ours.xlsx", folder / "theirs.xlsx"));
}

TEST(SavedChartsOffice, that_LibreOffice_has_saved_say_the_same) {
    if (!test::runs("command -v soffice")) GTEST_SKIP() << "needs soffice";
    const test::Folder folder;
    std::string originals;
    std::string saved;
    for (const auto& kind : kinds) {
        originals += fmt::format(" '{}'", (cases / (kind + ".fods")).string());
        saved += fmt::format(" '{}'", (folder / (kind + ".ods")).string());
    }
    test::convert(folder, "ods", originals);
    test::convert(folder, "xlsx", saved);
    for (const auto& kind : kinds) {
        EXPECT_THAT(write_xlsx(odf::Document::read(folder / (kind + ".ods")), folder / "ours.xlsx").issues(),
                    IsEmpty());
        EXPECT_TRUE(same_charts(folder / "ours.xlsx", folder / (kind + ".xlsx"))) << kind;
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, ChartsOffice, ::testing::ValuesIn(kinds),
                         [](const auto& one) { return one.param; });

TEST(Charts, a_package_gives_the_workbook_that_flat_XML_gives) {
    for (const std::string name : {"column", "combined", "pie"}) {
        const test::Folder folder;
        write_ods(odf::Document::read(cases / (name + ".fods")), folder / "a.ods");
        EXPECT_EQ(write(odf::Document::read(folder / "a.ods")).parts, write_case(name).parts) << name;
    }
}

TEST(Charts, the_same_document_gives_the_same_file) {
    const test::Folder folder;
    const auto document = odf::Document::read(cases / "combined.fods");
    write_xlsx(document, folder / "a.xlsx");
    write_xlsx(document, folder / "b.xlsx");
    EXPECT_EQ(test::bytes_of(folder / "a.xlsx"), test::bytes_of(folder / "b.xlsx"));
}

TEST(Charts, a_reader_that_works_nothing_out_is_shown_results_of_formulas) {
    EXPECT_THAT(write_case("column").chart(),
                HasSubstr("<c:f>'Overview'!$B$2:$B$5</c:f><c:numCache><c:formatCode>General</c:formatCode>"
                          "<c:ptCount val=\"4\"/><c:pt idx=\"0\"><c:v>94.5</c:v></c:pt>"));
}

TEST(Charts, a_figure_that_is_withheld_is_no_value_and_never_0) {
    const auto written =
        write_changed("column", "office:value-type=\"float\" office:value=\"95.6\"><text:p>95.6",
                      "office:value-type=\"string\"><text:p>c");
    EXPECT_THAT(written.chart(), HasSubstr("<c:v>94.5</c:v></c:pt><c:pt idx=\"2\">"));
}

TEST(Charts, a_chart_on_two_cells_moves_and_grows_with_them) {
    const auto drawing = write_case("bar_stacked").drawing();
    EXPECT_THAT(drawing, HasSubstr("<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col>"));
    EXPECT_THAT(
        drawing,
        HasSubstr("<xdr:to><xdr:col>5</xdr:col><xdr:colOff>371475</xdr:colOff><xdr:row>21</xdr:row>"));
}

TEST(Charts, a_chart_on_the_page_keeps_its_place_and_size) {
    EXPECT_THAT(write_case("column").drawing(),
                HasSubstr("<xdr:twoCellAnchor editAs=\"absolute\"><xdr:from><xdr:col>0</xdr:col>"));
}

TEST(Charts, what_a_screen_reader_says_is_the_frames_title_and_description) {
    EXPECT_THAT(write_case("column").drawing(),
                HasSubstr("descr=\"column. Attendance of four schools in two terms\""));
}

TEST(Charts, lines_over_columns_keep_their_place_in_the_legend) {
    const auto chart = write_case("combined").chart();
    const auto bars = chart.find("</c:barChart>");
    const auto lines =
        chart.find("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/><c:ser>"
                   "<c:idx val=\"1\"/><c:order val=\"1\"/>");
    ASSERT_NE(lines, std::string::npos);
    EXPECT_LT(bars, lines);
    EXPECT_THAT(chart.substr(0, bars), Not(HasSubstr("<c:idx val=\"1\"/>")));
}

TEST(Charts, a_subtitle_is_a_line_of_the_title_in_its_own_letters) {
    const auto chart = write_case("column").chart();
    EXPECT_THAT(chart, HasSubstr("<a:t>Dale is below the others</a:t></a:r></a:p><a:p>"));
    EXPECT_THAT(chart,
                HasSubstr("sz=\"1000\" b=\"0\" i=\"0\"><a:solidFill><a:srgbClr val=\"3D3D3D\"/></a:solidFill>"
                          "<a:latin typeface=\"Calibri\"/></a:rPr><a:t>Attendance by school, autumn and "
                          "spring</a:t>"));
}

TEST(Charts, a_title_that_looks_like_an_address_stays_a_title) {
    EXPECT_THAT(write_changed("pie", "<text:p>Illness is most of it", "<text:p>=Overview!B2").chart(),
                HasSubstr("<a:t> =Overview!B2</a:t>"));
}

TEST(Charts, each_thing_that_is_not_carried_is_reported_with_sheet_and_chart) {
    EXPECT_THAT(
        write_changed("column", "chart:treat-empty-cells", "chart:three-dimensional=\"true\" $&").issues,
        ElementsAre("pack.fods (sheet 'Overview', chart 'column'): found three dimensions; expected what an "
                    ".xlsx file can hold; the chart was written without it; choose .ods to keep it"));
    EXPECT_THAT(write_changed("column", "(Overview.C1\" chart:class=\"chart:bar\")>",
                              "$1 chart:attached-axis=\"secondary-y\"><chart:regression-curve/>")
                    .issues,
                ElementsAre(HasSubstr("found a trend line"), HasSubstr("found a second y axis")));
    EXPECT_THAT(write_changed("bar_stacked", "Overview.C1\" chart:class=\"chart:bar\"",
                              "Overview.C1\" chart:class=\"chart:line\"")
                    .issues,
                ElementsAre(HasSubstr("found lines over bars that lie")));
    EXPECT_THAT(write_changed("column", "Overview.A2:Overview.A5", "Overview.A2:Overview.B5").issues,
                ElementsAre(HasSubstr("found levels of categories beyond the nearest to the axis")));
    EXPECT_THAT(write_changed("column", "Overview.C2:Overview.C5", "Gone.C2:Gone.C5").issues,
                ElementsAre(HasSubstr("found a series whose cells are not in the document")));
}

TEST(Charts, a_chart_that_cannot_be_written_is_left_out_and_reported) {
    const auto left_out = [](const std::string& pattern, const std::string& into) {
        const auto written = write_changed("line", pattern, into);
        EXPECT_FALSE(written.parts.contains("xl/charts/chart1.xml")) << pattern;
        return written.issues;
    };
    EXPECT_THAT(
        left_out("chart:class=\"chart:line\" chart:style-name=\"chart\"", "chart:class=\"chart:radar\""),
        ElementsAre("pack.fods (sheet 'Overview', chart 'line'): found a chart of a kind that is not written "
                    "(chart:radar); expected what an .xlsx file can hold; it was left out; choose .ods to "
                    "keep it"));
    EXPECT_THAT(left_out("chart:values-cell-range-address", "chart:lost"),
                ElementsAre(HasSubstr("a chart without a series that reads cells")));
    EXPECT_THAT(left_out("svg:width=\"12cm\" svg:height=\"7cm\"><draw:object>", "><draw:object>"),
                ElementsAre(HasSubstr("a chart without a size")));
    EXPECT_THAT(left_out("office:chart>", "office:drawing>"),
                ElementsAre(HasSubstr("found an embedded document that is no chart")));
}

TEST(Charts, shapes_are_reported_with_their_sheet) {
    EXPECT_THAT(write_without_chart("line").issues,
                ElementsAre(HasSubstr("(sheet 'Overview', drawing 'line'): found a drawing")));
}

TEST(Charts, a_chart_over_columns_that_are_all_hidden_is_left_out) {
    EXPECT_THAT(write_changed("column", "table:number-columns-repeated=\"8\"",
                              "table:number-columns-repeated=\"16384\" table:visibility=\"collapse\"")
                    .issues,
                ElementsAre(HasSubstr("on hidden cells only")));
}

} // namespace
} // namespace termbook::writers
