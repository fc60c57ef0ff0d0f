// SPDX-License-Identifier: MPL-2.0
// What columns bring along when they are repeated: merges, widths, groups.
#include "templates/fill/fill.hpp"
#include "tests/templates/fill/document_dump.hpp"
#include "tests/templates/fill/made_up_book.hpp"
#include "tests/templates/fill/small_template.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace termbook::fill {
namespace {

using testing::HasSubstr;

/// The sheet of two-column blocks with one merge.
std::string merged(std::size_t row, std::size_t cell, int columns, std::size_t members) {
    auto document = small_template(
        {{"", "{{#each school across}}{{school.name}}", "{{/each}}", "x"}, {"a", "b", "c", "d"}});
    auto carrier = rows_of(document.spreadsheet().child("table:table"))[row].node.first_child();
    for (; cell > 0; --cell)
        carrier = carrier.next_sibling();
    set_attribute(carrier, "table:number-columns-spanned", std::to_string(columns));
    for (auto next = carrier.next_sibling(); columns > 1; --columns, next = next.next_sibling())
        next.set_name("table:covered-table-cell");
    return DocumentDump(fill(std::move(document), MadeUpBook::of_size(members), {})).text();
}

TEST(AcrossLooks, a_merge_inside_is_one_in_each_copy_and_one_beyond_goes_around_all) {
    const auto inside = merged(1, 1, 2, 3);
    for (const char* carrier : {"B2 columns-spanned=2", "D2 columns-spanned=2", "F2 columns-spanned=2"})
        EXPECT_THAT(inside, HasSubstr(carrier));
    EXPECT_THAT(merged(1, 0, 4, 3), HasSubstr("A2 columns-spanned=8"));
    const auto over_the_end = merged(1, 1, 3, 3);
    EXPECT_THAT(over_the_end, HasSubstr("B2 columns-spanned=7"));
    EXPECT_THAT(over_the_end, HasSubstr("D2 covered\n"));
    const auto into_it = merged(1, 0, 2, 3);
    EXPECT_THAT(into_it, HasSubstr("A2 columns-spanned=6"));
    EXPECT_THAT(into_it, HasSubstr("  E2 covered\n  F2 covered string \"b\"\n  G2 string \"c\"\n"));
    EXPECT_THAT(merged(1, 0, 4, 0), HasSubstr("A2 columns-spanned=4"));
}

TEST(AcrossLooks, no_members_leave_hidden_blank_columns) {
    std::istringstream text("members school\nmembers year\n");
    const auto filled =
        fill(small_template({{"{{#each year}}", "{{#each school across}}{{school.name}}{{/each}}", "All"},
                             {"", "{{attendance.rate}}{{/each}}", "=of:=SUM([.B2])"}}),
             MadeUpBook::parse(text), {});
    const auto columns = columns_of(filled.spreadsheet().child("table:table"));
    EXPECT_STREQ(columns[1].node.attribute("table:visibility").value(), "collapse");
    EXPECT_STREQ(columns[2].node.attribute("table:visibility").value(), "");
}

TEST(AcrossLooks, what_a_column_repeats_of_columns_is_repeated) {
    auto document = small_template({{"", "{{#each school across}}{{school.name}}{{/each}}"}, {"", "", "x"}});
    auto table = document.spreadsheet().child("table:table");
    table.remove_child("table:table-column");
    auto group = table.prepend_child("table:table-column-group");
    table.prepend_child("table:table-header-columns").append_child("table:table-column");
    auto column = group.append_child("table:table-column");
    set_attribute(column, "table:style-name", "wide");
    set_attribute(column, "table:visibility", "collapse");
    const auto filled = fill(std::move(document), MadeUpBook::of_size(3), {});
    const auto columns = columns_of(filled.spreadsheet().child("table:table"));
    ASSERT_EQ(columns.size(), 4U);
    EXPECT_STREQ(columns[0].node.parent().name(), "table:table-header-columns");
    for (std::size_t i = 1; i < 4; ++i) {
        EXPECT_STREQ(columns[i].node.parent().name(), "table:table-column-group");
        EXPECT_STREQ(columns[i].node.attribute("table:style-name").value(), "wide");
        EXPECT_STREQ(columns[i].node.attribute("table:visibility").value(), "collapse");
    }
}

} // namespace
} // namespace termbook::fill
