// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/fill.hpp"
#include "tests/templates/fill/document_dump.hpp"
#include "tests/templates/fill/made_up_book.hpp"
#include "tests/templates/fill/small_template.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace termbook::fill {
namespace {

using testing::HasSubstr;

RC_GTEST_PROP(Growth, totals_reach_every_row_whatever_their_number, ()) {
    const auto schools = *rc::gen::inRange(0, 60);
    const auto filled =
        fill(small_template({{"Head"},
                             {"{{#each school}}{{school.name}}", "{{attendance.rate | numerator}}"},
                             {"", "=of:=SUM([.B$2:.B2])", "{{/each}}"},
                             {"Total", "=of:=COUNTA([.A2:.A3])", "=of:=[.A1]"}}),
             MadeUpBook::of_size(static_cast<std::size_t>(schools)), {});
    const auto last = 1 + 2 * std::max(schools, 1);
    const auto dump = DocumentDump(filled).text();
    RC_ASSERT(dump.find(fmt::format("  B{} float {} \"{}\" of:=COUNTA([.A2:.A{}])\n", last + 1, schools,
                                    schools, last)) != std::string::npos);
    for (int school = 1; school <= schools; ++school) {
        const auto own = 2 * school;
        RC_ASSERT(dump.find(fmt::format("of:=SUM([.B$2:.B{}])\n", own)) != std::string::npos);
    }
}

TEST(Growth, reaches_the_charts_that_a_package_keeps_as_parts) {
    const auto folder = std::filesystem::path(TERMBOOK_SOURCE_DIR) / "tests/cases/fill/chart_ranges";
    auto package =
        odf::Document::parse(to_package(odf::Document::read(folder / "template.fods")), "chart.ods");
    const auto filled = fill(std::move(package), MadeUpBook::read_file(folder / "figures.txt"), {});
    std::string charts;
    for (const auto& [path, bytes] : filled.parts())
        if (path.ends_with("/content.xml")) charts += bytes;
    EXPECT_THAT(charts, HasSubstr("chart:values-cell-range-address=\"Overview.B2:Overview.B4\""));
    EXPECT_THAT(charts, HasSubstr("Attendance of Sample Trust"));
}

TEST(Growth, moves_what_hyperlinks_in_cells_lead_to) {
    auto document = small_template({{"{{#each school}}{{school.name}}{{/each}}"}, {""}});
    auto cell = rows_of(document.spreadsheet().child("table:table"))[1].node.first_child();
    auto link = cell.append_child("text:p").append_child("text:a");
    set_attribute(link, "xlink:href", "#Overview.A9");
    link.text() = "go";
    EXPECT_THAT(to_flat(fill(std::move(document), MadeUpBook::of_size(3), {})), HasSubstr("#Overview.A11"));
}

TEST(Growth, is_refused_past_the_last_row_of_a_sheet) {
    auto document = small_template({{"{{#each school}}{{school.name}}{{/each}}"}, {"", ""}, {"End"}});
    auto rows = rows_of(document.spreadsheet().child("table:table"));
    set_attribute(rows[1].node, "table:number-rows-repeated", "1048573");
    EXPECT_THROW(fill(std::move(document), MadeUpBook::of_size(10), {}), Error);
}

TEST(Growth, computes_long_chains_and_leaves_circles_without_a_result) {
    std::vector<std::vector<std::string>> rows;
    for (int row = 1; row <= 3000; ++row)
        rows.push_back({fmt::format("=of:=[.A{}]+1", row + 1), fmt::format("=of:=[.B{}]", row % 3000 + 1)});
    rows.push_back({"=of:=1"});
    const auto dump = DocumentDump(fill(small_template(rows), MadeUpBook::of_size(0), {})).text();
    EXPECT_THAT(dump, HasSubstr("  A1 float 3001 \"3001\" of:=[.A2]+1\n"));
    EXPECT_THAT(dump, HasSubstr("  B1 of:=[.B2]\n"));
}

} // namespace
} // namespace termbook::fill
