// SPDX-License-Identifier: MPL-2.0
// Charts whose cells a fill has moved and multiplied.
#include "templates/fill/fill.hpp"
#include "templates/odf/package.hpp"
#include "templates/writers/ods.hpp"
#include "templates/writers/xlsx.hpp"
#include "tests/templates/fill/made_up_book.hpp"
#include "tests/templates/writers/office_folder.hpp"

#include <gmock/gmock.h>

namespace termbook::writers {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

enum class Form : std::uint8_t { flat, package };

odf::Document filled(const std::string& name, Form form) {
    const auto folder = fs::path(TERMBOOK_SOURCE_DIR) / "tests/cases/fill" / name;
    auto document = odf::Document::read(folder / "template.fods");
    if (form == Form::package) document = odf::Document::parse(to_package(document), "template.ods");
    fill::FillOptions options;
    options.today = *make_date(2026, 11, 21);
    return fill::fill(std::move(document), fill::MadeUpBook::read_file(folder / "figures.txt"), options);
}

class FilledChartsOffice : public ::testing::TestWithParam<std::tuple<std::string, Form>> {};

TEST_P(FilledChartsOffice, say_what_the_charts_of_LibreOffice_say) {
    if (!test::runs("command -v soffice")) GTEST_SKIP() << "needs soffice";
    const test::Folder folder;
    const auto document = filled(std::get<0>(GetParam()), std::get<1>(GetParam()));
    EXPECT_THAT(write_xlsx(document, folder / "ours.xlsx").issues(), IsEmpty());
    write_ods(document, folder / "theirs.ods");
    test::convert(folder, "xlsx", (folder / "theirs.ods").string());
    const auto script = fs::path(TERMBOOK_SOURCE_DIR) / "tests/tools/compare_charts.py";
    EXPECT_EQ(std::system(fmt::format("/usr/bin/python3 '{}' '{}' '{}'", script.string(),
                                      (folder / "ours.xlsx").string(), (folder / "theirs.xlsx").string())
                              .c_str()),
              0);
}

INSTANTIATE_TEST_SUITE_P(Cases, FilledChartsOffice,
                         ::testing::Combine(::testing::Values("chart_ranges", "charts_in_rows"),
                                            ::testing::Values(Form::flat, Form::package)),
                         [](const auto& one) {
                             return std::get<0>(one.param) +
                                    (std::get<1>(one.param) == Form::flat ? "_flat" : "_package");
                         });

class FilledCharts : public ::testing::TestWithParam<Form> {};

TEST_P(FilledCharts, of_a_repeated_row_show_their_own_row_each) {
    const test::Folder folder;
    write_xlsx(filled("charts_in_rows", GetParam()), folder / "a.xlsx");
    const auto parts = odf::read_package(test::bytes_of(folder / "a.xlsx"));
    const std::vector<std::string> schools{"Ashwell", "Birch", "Cedar"};
    for (std::size_t i = 0; i < schools.size(); ++i) {
        const auto& chart = parts.at(fmt::format("xl/charts/chart{}.xml", i + 1));
        EXPECT_THAT(chart, HasSubstr(fmt::format("<a:t>{} in the Sample Trust</a:t>", schools[i])));
        EXPECT_THAT(chart, HasSubstr(fmt::format("<c:f>'Overview'!$B${0}:$C${0}</c:f>", i + 2)));
    }
    EXPECT_FALSE(parts.contains("xl/charts/chart4.xml"));
}

TEST_P(FilledCharts, over_a_block_reach_all_of_its_rows_with_what_they_show) {
    const test::Folder folder;
    write_xlsx(filled("chart_ranges", GetParam()), folder / "a.xlsx");
    EXPECT_THAT(
        odf::read_package(test::bytes_of(folder / "a.xlsx")).at("xl/charts/chart1.xml"),
        HasSubstr("<c:f>'Overview'!$B$2:$B$4</c:f><c:numCache><c:formatCode>General</c:formatCode>"
                  "<c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>945</c:v></c:pt><c:pt idx=\"1\"><c:v>956</c:v>"
                  "</c:pt><c:pt idx=\"2\"><c:v>1932</c:v>"));
}

INSTANTIATE_TEST_SUITE_P(Forms, FilledCharts, ::testing::Values(Form::flat, Form::package),
                         [](const auto& one) { return one.param == Form::flat ? "flat" : "package"; });

} // namespace
} // namespace termbook::writers
