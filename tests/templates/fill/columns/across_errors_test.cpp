// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"
#include "templates/fill/fill.hpp"
#include "templates/formulas/address.hpp"
#include "tests/templates/fill/made_up_book.hpp"
#include "tests/templates/fill/small_template.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::fill {
namespace {

using testing::HasSubstr;

std::string message_of(const std::vector<std::vector<std::string>>& rows, std::size_t members = 2) {
    const auto book = MadeUpBook::of_size(members);
    std::string message = "no error";
    try {
        fill(small_template(rows), book, {});
    } catch (const Error& error) {
        message = error.what();
    }
    const auto issues = check(small_template(rows), book);
    EXPECT_TRUE(members > 2 || (!issues.empty() && to_string(issues.front()) == message)) << message;
    return message;
}

TEST(AcrossErrors, what_cannot_be_repeated_is_refused_with_its_cell_by_check_too) {
    EXPECT_THAT(message_of({{"", "{{#each school across}}"}}),
                HasSubstr("cell B1): found {{#each}} without {{/each}}"));
    EXPECT_THAT(message_of({{"", "{{#each school across}}"}, {"", "{{/each}}"}}),
                HasSubstr("cell B2): found {{/each}} in another row than its {{#each … across}}"));
    EXPECT_THAT(
        message_of(
            {{"{{#each school across}}", "{{/each}}", ""}, {"", "{{#each school across}}", "{{/each}}"}}),
        HasSubstr("cell B2): found #each … across over columns of another (sheet 'Overview', cell A1)"));
    EXPECT_THAT(message_of({{"{{#each school across}}{{/each}}"}, {"{{#each school across desc}}{{/each}}"}}),
                HasSubstr("cell A2): found #each … across over columns of another"));
    EXPECT_THAT(message_of({{"{{#each school across}}{{#each school}}{{/each}}{{/each}}"}}),
                HasSubstr("cell A1): found a block over rows inside one across columns"));
    EXPECT_THAT(
        message_of({{"", "{{#each school across}}{{school.name}}{{/each}}"},
                    {"{{#each school}}{{school.name}}", "{{attendance.rate}}{{/each}}"}}),
        HasSubstr("cell B2): found a mark inside two {{#each school}}, one over rows and one across"));
    EXPECT_THAT(message_of({{"{{#each source across}}{{/each}}"}}),
                HasSubstr("cell A1): found #each source that repeats columns or sheets"));
    EXPECT_THAT(message_of({{"{{#each school across}}{{school.nme}}{{/each}}"}}),
                HasSubstr("cell A1): found 'school.nme'"));
    EXPECT_THAT(message_of({{"x", "{{#each planet across}}{{/each}}"}}),
                HasSubstr("cell B1): found 'planet'"));
    EXPECT_THAT(message_of({{"{{#each school across}}{{school.name}}{{/each}}"}}, 16385),
                HasSubstr("cell A1): found a block that fills the sheet; expected at most 16,384 columns"));
}

TEST(AcrossErrors, a_block_that_cuts_through_a_group_of_columns_is_refused_by_check_too) {
    auto document = small_template({{"", "{{#each school across}}{{school.name}}", "{{/each}}"}});
    auto table = document.spreadsheet().child("table:table");
    table.remove_child("table:table-column");
    set_attribute(table.prepend_child("table:table-column-group").append_child("table:table-column"),
                  "table:number-columns-repeated", "2");
    const auto issues = check(document, MadeUpBook::of_size(2));
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_THAT(to_string(issues.front()),
                HasSubstr("cell B1): found a block that cuts through a group of columns"));
    EXPECT_THROW(fill(std::move(document), MadeUpBook::of_size(2), {}), Error);
}

/// A row whose last cell stands for all columns that are left.
odf::Document up_to_the_last_column(const char* last_text) {
    auto document =
        small_template({{"{{#each school across}}{{school.name}}{{/each}}", ""}, {"", "", last_text}});
    const auto rows = rows_of(document.spreadsheet().child("table:table"));
    set_attribute(rows[0].node.last_child(), "table:number-columns-repeated", "16383");
    set_attribute(rows[1].node.first_child().next_sibling(), "table:number-columns-repeated", "16382");
    return document;
}

TEST(AcrossErrors, columns_beyond_the_last_are_dropped_if_blank_and_refused_if_not) {
    const auto filled = fill(up_to_the_last_column(""), MadeUpBook::of_size(3), {});
    for (const auto& row : rows_of(filled.spreadsheet().child("table:table"))) {
        std::int32_t end = 0;
        for_each_cell(row.node, [&](pugi::xml_node, std::int32_t column, std::int32_t repeat) {
            end = column + repeat;
        });
        EXPECT_EQ(end, formulas::sheet_columns);
    }
    EXPECT_NO_THROW(fill(up_to_the_last_column("x"), MadeUpBook::of_size(1), {}));
    try {
        fill(up_to_the_last_column("x"), MadeUpBook::of_size(3), {});
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("cell A1): found a sheet that would pass its last column"));
    }
}

TEST(AcrossErrors, an_error_in_a_later_member_names_the_cell_of_the_template) {
    std::istringstream text(
        "members school a=A b=B\nmembers year 1=One\nanswer attendance.rate school=a = 94/100\n");
    try {
        fill(small_template({{"", "{{#each school across}}{{school.name}}", "{{/each}}", "x"},
                             {"", "", "{{attendance.rate}}", ""}}),
             MadeUpBook::parse(text), {});
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("cell C2): found 'attendance.rate school=b'"));
    }
}

} // namespace
} // namespace termbook::fill
