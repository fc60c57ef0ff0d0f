// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/fill.hpp"
#include "tests/templates/fill/document_dump.hpp"
#include "tests/templates/fill/made_up_book.hpp"
#include "tests/templates/fill/small_template.hpp"

#include <gtest/gtest.h>
#include <sstream>

namespace termbook::fill {
namespace {

/// Whether the condition holds where attendance.rate has this value, beside a target of 95.
bool holds(const std::string& condition, const std::string& rate) {
    std::istringstream text("answer attendance.rate = " + rate + "\ntarget attendance.rate 95\n");
    const auto filled = fill(small_template({{"{{#if " + condition + "}}holds{{else}}fails{{/if}}"}}),
                             MadeUpBook::parse(text), {});
    return DocumentDump(filled).text().find("\"holds\"") != std::string::npos;
}

TEST(Conditions, a_comparison_and_its_opposite_are_told_apart) {
    EXPECT_TRUE(holds("attendance.rate < target", "94/100"));
    EXPECT_FALSE(holds("not attendance.rate < target", "94/100"));
    EXPECT_FALSE(holds("attendance.rate < target", "96/100"));
    EXPECT_TRUE(holds("not attendance.rate < target", "96/100"));
}

TEST(Conditions, without_a_value_neither_a_comparison_nor_its_opposite_holds) {
    for (const char* missing : {"c", "x", "z"}) {
        EXPECT_FALSE(holds("attendance.rate < target", missing));
        EXPECT_FALSE(holds("not attendance.rate < target", missing));
        EXPECT_FALSE(holds("not attendance.rate = 100", missing));
    }
}

TEST(Conditions, a_figure_by_itself_holds_where_it_has_a_value) {
    EXPECT_TRUE(holds("attendance.rate", "94/100"));
    EXPECT_FALSE(holds("not attendance.rate", "94/100"));
    EXPECT_TRUE(holds("not attendance.rate", "x"));
}

TEST(Conditions, a_figure_may_have_selectors_in_a_condition) {
    EXPECT_TRUE(holds("attendance.rate against=target", "94/100"));
    EXPECT_TRUE(holds("attendance.rate against=target < 0", "94/100"));
    EXPECT_FALSE(holds("attendance.rate against=target < 0", "96/100"));
    EXPECT_FALSE(holds("attendance.rate against=target", "c"));
}

} // namespace
} // namespace termbook::fill
