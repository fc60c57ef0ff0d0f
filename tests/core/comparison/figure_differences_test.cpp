// SPDX-License-Identifier: MPL-2.0
#include "core/comparison/figure_differences.hpp"
#include "tests/core/made_up_trust.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace termbook {

namespace {

using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

MadeUpTrust one_side(std::string_view marks_of_year_5 = "/\\/\\") {
    MadeUpTrust made;
    School& school = made.school("1", {day(2025, 9, 1), day(2025, 10, 1)});
    made.pupils(school, 2, 4, "/\\/\\", "4A", Sex::female);
    made.pupils(school, 2, 5, marks_of_year_5, "5A", Sex::male);
    return made;
}

struct Seen {
    std::vector<std::string> marks;
    FiguresCompared compared;
};

Seen compared(const Trust& a, const Trust& b) {
    Seen seen;
    seen.compared =
        compare_figures(a, b, [&](const FigureDifference& each) { seen.marks.push_back(each.a.mark()); });
    return seen;
}

} // namespace

TEST(FigureDifferences, are_none_between_a_side_and_itself) {
    const MadeUpTrust made = one_side();
    const Seen seen = compared(made.trust, made.trust);
    EXPECT_THAT(seen.marks, IsEmpty());
    EXPECT_GT(seen.compared.identical, 100u);
    EXPECT_EQ(seen.compared.differing + seen.compared.only_a + seen.compared.only_b, 0u);
}

TEST(FigureDifferences, are_those_of_the_year_group_group_and_month_in_which_a_mark_differs) {
    const MadeUpTrust a = one_side();
    const MadeUpTrust b = one_side("/\\I\\");
    const Seen seen = compared(a.trust, b.trust);
    EXPECT_THAT(seen.marks, Contains("attendance.rate period=month:2025-10 school=1"));
    EXPECT_THAT(seen.marks, Contains("attendance.rate period=year@2025/26 school=1 year=5"));
    EXPECT_THAT(seen.marks, Contains("attendance.rate group=boys period=year@2025/26 school=1 year=5"));
    EXPECT_THAT(seen.marks, Contains("attendance.sessions code=I period=term1@2025/26 school=1 year=5"));
    EXPECT_THAT(seen.marks, Each(Not(HasSubstr("month:2025-09"))));
    EXPECT_THAT(seen.marks, Each(Not(HasSubstr("year=4"))));
    EXPECT_THAT(seen.marks, Each(Not(HasSubstr("girls"))));
    EXPECT_THAT(seen.marks, Each(Not(HasSubstr("pupils.roll"))));
    EXPECT_EQ(seen.compared.differing, seen.marks.size());
}

TEST(FigureDifferences, are_told_from_figures_that_one_side_only_answers) {
    const MadeUpTrust a = one_side();
    MadeUpTrust b = one_side();
    b.result(b.trust.schools.front(), Stage::phonics, "", 32);
    const Seen seen = compared(a.trust, b.trust);
    EXPECT_GT(seen.compared.only_b, 0u);
    EXPECT_EQ(seen.compared.only_a, 0u);
    EXPECT_EQ(seen.compared.differing, 0u);
}

TEST(FigureDifferences, reach_no_term_or_month_of_a_side_without_dates) {
    MadeUpTrust a;
    a.pupil_with_totals(a.school("1", {}), 4, {200, 10, 4});
    MadeUpTrust b;
    b.pupil_with_totals(b.school("1", {}), 4, {200, 11, 4});
    const Seen seen = compared(a.trust, b.trust);
    EXPECT_THAT(seen.marks, Contains("attendance.rate period=year@2025/26 school=1"));
    EXPECT_THAT(seen.marks, Each(HasSubstr("period=year@2025/26")));
}

TEST(FigureDifferences, are_compared_for_each_school_and_the_trust) {
    MadeUpTrust a = one_side();
    a.pupils(a.school("2"), 3, 4, "/\\");
    MadeUpTrust b = one_side();
    b.pupils(b.school("2"), 3, 4, "O\\");
    const Seen seen = compared(a.trust, b.trust);
    EXPECT_THAT(seen.marks, Contains("attendance.rate period=year@2025/26 school=2"));
    EXPECT_THAT(seen.marks, Contains("attendance.rate period=year@2025/26 school=trust"));
    EXPECT_THAT(seen.marks, Each(Not(HasSubstr("school=1"))));
}

TEST(FigureDifferences, compare_each_set_of_pupils_once) {
    const MadeUpTrust a = one_side();
    const MadeUpTrust b = one_side("/\\I\\");
    std::vector<std::string> marks = compared(a.trust, b.trust).marks;
    std::sort(marks.begin(), marks.end());
    EXPECT_EQ(std::adjacent_find(marks.begin(), marks.end()), marks.end());
    EXPECT_THAT(marks, Each(Not(HasSubstr("not-girls"))));
}

} // namespace termbook
