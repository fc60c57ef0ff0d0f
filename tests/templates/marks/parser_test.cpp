// SPDX-License-Identifier: MPL-2.0
#include "templates/marks/parser.hpp"

#include "core/diagnostics/error.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook::marks {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Mark only_mark(std::string_view text) {
    const auto pieces = parse(text);
    EXPECT_EQ(pieces.size(), 1U);
    return std::get<Mark>(pieces.at(0).content);
}

Error error_of(std::string_view text) {
    try {
        parse(text);
    } catch (const Error& error) {
        return error;
    }
    ADD_FAILURE() << "no error for " << text;
    return Error({}, {}, {}, {});
}

TEST(Marks, a_figure_has_selectors_in_any_order_and_formats) {
    const auto mark = only_mark("{{attendance.rate year=4 group=pp period=autumn | points | status}}");
    EXPECT_EQ(mark.key, "attendance.rate");
    EXPECT_THAT(mark.selectors,
                ElementsAre(Selector{"group", "pp"}, Selector{"period", "autumn"}, Selector{"year", "4"}));
    EXPECT_THAT(mark.formats, ElementsAre("points", "status"));
}

TEST(Marks, values_keep_their_case_and_names_do_not) {
    const auto mark = only_mark("{{Attendance.Code CODE=I}}");
    EXPECT_EQ(mark.key, "attendance.code");
    EXPECT_EQ(mark.selector("code"), "I");
}

TEST(Marks, bare_values_may_hold_slashes_colons_and_years) {
    const auto mark = only_mark("{{attendance.rate period=autumn@2024/25 code=/ week=week:2025-W41}}");
    EXPECT_EQ(mark.selector("period"), "autumn@2024/25");
    EXPECT_EQ(mark.selector("code"), "/");
    EXPECT_EQ(mark.selector("week"), "week:2025-W41");
}

TEST(Marks, straight_and_curly_quotes_hold_blanks) {
    EXPECT_EQ(only_mark("{{attendance.rate class=\"Year 4\"}}").selector("class"), "Year 4");
    EXPECT_EQ(only_mark("{{attendance.rate class=“Year 4”}}").selector("class"), "Year 4");
    EXPECT_EQ(only_mark("{{attendance.rate class=\"a|b }} c\"}}").selector("class"), "a|b }} c");
}

TEST(Marks, no_break_spaces_tabs_and_line_ends_are_blanks) {
    const auto mark = only_mark("{{\u00a0attendance.rate\u202fyear=4\t|\nstatus }}");
    EXPECT_EQ(mark.selector("year"), "4");
    EXPECT_THAT(mark.formats, ElementsAre("status"));
}

TEST(Marks, text_around_marks_stays_as_it_is) {
    const auto pieces = parse("Was {{school.name}}’s rate }} now?");
    ASSERT_EQ(pieces.size(), 3U);
    EXPECT_EQ(std::get<std::string>(pieces[0].content), "Was ");
    EXPECT_EQ(std::get<std::string>(pieces[2].content), "’s rate }} now?");
    EXPECT_EQ(pieces[1].begin, 4U);
    EXPECT_EQ(pieces[1].end, 19U);
}

TEST(Marks, a_backslash_before_brackets_shows_the_brackets) {
    const auto pieces = parse("write \\{{school.name}} or \\ alone");
    ASSERT_EQ(pieces.size(), 1U);
    EXPECT_EQ(std::get<std::string>(pieces[0].content), "write {{school.name}} or \\ alone");
}

TEST(Marks, each_knows_sort_desc_and_limit) {
    const auto each =
        std::get<Each>(parse("{{#each school sort=attendance.rate desc limit=5}}").at(0).content);
    EXPECT_EQ(each.dimension, "school");
    EXPECT_EQ(each.sort, "attendance.rate");
    EXPECT_TRUE(each.descending);
    EXPECT_EQ(each.limit, 5U);
}

TEST(Marks, each_goes_by_rows_unless_it_says_across_or_sheet) {
    const auto each = [](const char* text) { return std::get<Each>(parse(text).at(0).content); };
    EXPECT_EQ(each("{{#each year}}").direction, Direction::rows);
    EXPECT_EQ(each("{{#each year Across limit=2}}").direction, Direction::across);
    EXPECT_EQ(each("{{#each school sheet}}").direction, Direction::sheet);
    EXPECT_EQ(each("{{#each school limit=2 desc across sort=name}}").text(),
              "#each school sort=name desc limit=2 across");
}

TEST(Marks, conditions_compare_figures_numbers_texts_fields_and_the_target) {
    const auto condition = std::get<Condition>(
        parse("{{#if attendance.rate year=4 < target and not school.phase = primary or pupils.count >= 95%}}")
            .at(0)
            .content);
    ASSERT_EQ(condition.any_of.size(), 2U);
    ASSERT_EQ(condition.any_of[0].size(), 2U);
    const auto& first = condition.any_of[0][0];
    EXPECT_EQ(std::get<Mark>(first.left).selector("year"), "4");
    EXPECT_EQ(first.comparator, Comparator::less);
    EXPECT_TRUE(std::holds_alternative<TargetWord>(first.right));
    const auto& second = condition.any_of[0][1];
    EXPECT_TRUE(second.negated);
    EXPECT_EQ(std::get<std::string>(second.right), "primary");
    EXPECT_EQ(std::get<double>(condition.any_of[1][0].right), 95);
}

TEST(Marks, a_condition_may_test_a_format) {
    const auto condition =
        std::get<Condition>(parse("{{#if attendance.rate | status != \"On track\"}}").at(0).content);
    EXPECT_THAT(std::get<Mark>(condition.any_of[0][0].left).formats, ElementsAre("status"));
    EXPECT_EQ(condition.any_of[0][0].comparator, Comparator::not_equal);
}

TEST(Marks, the_parts_of_blocks_come_in_order) {
    const auto pieces = parse("{{#if school.name}}a{{else}}b{{/if}}{{/each}}");
    ASSERT_EQ(pieces.size(), 6U);
    EXPECT_TRUE(std::holds_alternative<Else>(pieces[2].content));
    EXPECT_TRUE(std::holds_alternative<IfEnd>(pieces[4].content));
    EXPECT_TRUE(std::holds_alternative<EachEnd>(pieces[5].content));
    EXPECT_TRUE(pieces[0].is_block());
    EXPECT_FALSE(pieces[1].is_block());
}

TEST(Marks, errors_carry_line_and_column_in_characters) {
    EXPECT_STREQ(
        error_of("Zoë\nrate: {{attendance.rate").what(),
        "line 2:7: found a mark that is not closed; expected }} at its end; close the mark, or write \\{{ "
        "for the two characters themselves");
    EXPECT_EQ(error_of("é {{a.b | poinst}}").pos().column, 11U);
}

TEST(Marks, an_unknown_format_names_the_nearest) {
    EXPECT_THAT(error_of("{{attendance.rate | poinst}}").what(), HasSubstr("did you mean 'points'?"));
}

TEST(Marks, options_that_each_does_not_have_are_refused) {
    EXPECT_THAT(error_of("{{#each school acros}}").what(),
                HasSubstr("found 'acros'; expected sort=…, desc, limit=…, across or sheet in #each; "
                          "did you mean 'across'?"));
    EXPECT_THAT(error_of("{{#each school sideways}}").what(), HasSubstr("remove or correct it"));
    for (const auto* const twice : {"across sheet", "sheet across", "across across"})
        EXPECT_THAT(error_of(fmt::format("{{{{#each school {}}}}}", twice)).what(),
                    HasSubstr("expected one of the words across and sheet in #each, once"));
    EXPECT_THAT(error_of("{{#each school limit=0}}").what(), HasSubstr("a whole number above 0"));
}

TEST(Marks, broken_marks_are_refused_with_a_remedy) {
    for (const auto* const text :
         {"{{}}", "{{ | points}}", "{{attendance.rate year=}}", "{{a.b year=4 year=5}}", "{{a.b {{c.d}}}}",
          "{{#for x}}", "{{a.b c d}}", "{{a.b class=\"x}}", "{{#if}}", "{{#if a.b <}}", "{{#if target}}",
          "{{#each}}", "{{9x}}", "{{/if x}}", "{{a.b {c}}}", "{{a.b |}}"}) {
        EXPECT_FALSE(error_of(text).remedy().empty()) << text;
    }
}

TEST(Marks, one_mark_can_be_read_without_brackets) {
    EXPECT_EQ(parse_mark("attendance.rate year=4").selector("year"), "4");
    EXPECT_THROW(parse_mark("a.b}} {{c.d"), Error);
    EXPECT_THROW(parse_mark("#if x"), Error);
    try {
        parse_mark("a.b | wrong");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.pos().column, 7U);
    }
}

} // namespace
} // namespace termbook::marks
