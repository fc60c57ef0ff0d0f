// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"
#include "core/diagnostics/issue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

namespace {

Issue issue(std::uint64_t line, std::string found = "the mark '?'") {
    return {{"marks.csv", line, 7, "Mark"}, std::move(found), "a national code", "it is not counted", 1, {}};
}

} // namespace

TEST(Errors, say_the_place_what_was_found_what_was_expected_and_what_to_do) {
    const Error error({"a.csv", 3, 5, "DOB"}, "X", "Y", "do Z");
    EXPECT_STREQ(error.what(), "a.csv:3:5 (DOB): found X; expected Y; do Z");
    EXPECT_STREQ(Error({}, "X", "", "").what(), "found X");
    EXPECT_STREQ(Error({"", 4, 0, ""}, "X", "Y", "").at({"b.csv", 9, 0, ""}).what(),
                 "b.csv:9: found X; expected Y");
}

TEST(IssueLog, keeps_the_same_thing_found_again_as_one_issue) {
    IssueLog log;
    for (std::uint64_t line = 2; line < 1002; ++line)
        log.add(issue(line));
    ASSERT_EQ(log.size(), 1u);
    EXPECT_EQ(log.issues().front().count, 1000u);
    EXPECT_EQ(log.issues().front().lines.size(), 20u);
    EXPECT_EQ(log.issues().front().pos.line, 2u);
}

TEST(IssueLog, tells_apart_what_differs) {
    IssueLog log;
    log.add(issue(2));
    log.add(issue(3, "the mark '!'"));
    EXPECT_EQ(log.size(), 2u);
}

TEST(Issues, are_written_with_their_lines) {
    IssueLog log;
    log.add(issue(4));
    EXPECT_EQ(to_string(log.issues().front()),
              "marks.csv:4:7 (Mark): found the mark '?'; expected a national code; it is not counted");
    log.add(issue(9));
    EXPECT_EQ(to_string(log.issues().front()),
              "marks.csv:4:7 (Mark): found the mark '?'; expected a national code; it is "
              "not counted (2 times: lines 4, 9)");
}

TEST(Issues, of_two_rows_that_clash_have_the_lines_of_both) {
    IssueLog log;
    Issue clash = issue(9);
    clash.lines = {4, 9};
    log.add(clash);
    EXPECT_THAT(to_string(log.issues().front()), testing::EndsWith("it is not counted (lines 4, 9)"));
    clash.pos.line = 11;
    clash.lines = {4, 11};
    log.add(clash);
    EXPECT_THAT(to_string(log.issues().front()), testing::EndsWith("(2 times: lines 4, 9, 11)"));
}

TEST(SourcePositions, in_a_workbook_name_the_sheet_and_cell) {
    EXPECT_EQ(to_string(SourcePos{"a.xlsx", 17, 4, "UPN", "Year 4"}),
              "a.xlsx, sheet 'Year 4', cell D17 (UPN)");
    EXPECT_EQ(to_string(SourcePos{"a.xlsx", 17, 0, {}, "Year 4"}), "a.xlsx, sheet 'Year 4', row 17");
    EXPECT_EQ(to_string(SourcePos{"a.xlsx", 0, 0, {}, "Year 4"}), "a.xlsx, sheet 'Year 4'");
    EXPECT_EQ(to_string(SourcePos{"", 2, 16384, {}, "Year 4"}), "sheet 'Year 4', cell XFD2");
}

TEST(Issues, of_two_sheets_stay_two) {
    IssueLog log;
    log.add({{"a.xlsx", 4, 1, {}, "Year 3"}, "x", {}, "y", 1, {}});
    log.add({{"a.xlsx", 4, 1, {}, "Year 4"}, "x", {}, "y", 1, {}});
    log.add({{"a.xlsx", 9, 1, {}, "Year 4"}, "x", {}, "y", 1, {}});
    ASSERT_EQ(log.size(), 2u);
    EXPECT_EQ(to_string(log.issues()[1]), "a.xlsx, sheet 'Year 4', cell A4: found x; y (2 times: rows 4, 9)");
}

} // namespace termbook
