// SPDX-License-Identifier: MPL-2.0
#include "core/comparison/pupil_differences.hpp"
#include "tests/core/made_up_trust.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Two pupils of Year 4 with two days of marks each.
MadeUpTrust one_side() {
    MadeUpTrust made;
    School& school = made.school("1", {day(2025, 9, 1), day(2025, 9, 2)});
    made.pupils(school, 2, 4, "/\\/\\", "4A", Sex::female);
    for (auto& enrolment : school.roll(0).pupils)
        enrolment->is.set(Characteristic::pupil_premium, false);
    return made;
}

struct Seen {
    std::vector<std::string> lines; ///< "1 what: a | b"
    PupilsCompared compared;
    std::string not_compared;
};

Seen compared(const Trust& a, const Trust& b) {
    Seen seen;
    seen.compared = compare_pupils(a, b, [&](const PupilDifference& each) {
        seen.lines.push_back(fmt::format("{} {}: {} | {}{}", (each.a ? each.a : each.b)->upn, each.what,
                                         each.in_a, each.in_b, each.personal ? " (personal)" : ""));
    });
    for (const Issue& issue : seen.compared.not_compared.issues())
        seen.not_compared += issue.found + "\n";
    return seen;
}

} // namespace

TEST(PupilDifferences, are_none_between_a_side_and_itself) {
    const MadeUpTrust made = one_side();
    const Seen seen = compared(made.trust, made.trust);
    EXPECT_THAT(seen.lines, IsEmpty());
    EXPECT_EQ(seen.compared.identical, 2u);
    EXPECT_EQ(seen.not_compared, "");
}

TEST(PupilDifferences, are_none_where_a_spreadsheet_took_zeros_away) {
    MadeUpTrust a = one_side();
    a.trust.schools.front().pupils[0].upn = "001001";
    MadeUpTrust b = one_side();
    b.trust.schools.front().pupils[0].upn = "1001";
    const Seen seen = compared(a.trust, b.trust);
    EXPECT_THAT(seen.lines, IsEmpty());
    EXPECT_EQ(seen.compared.identical, 2u);
}

TEST(PupilDifferences, are_each_thing_that_the_two_say_differently) {
    const MadeUpTrust a = one_side();
    MadeUpTrust b = one_side();
    School& school = b.trust.schools.front();
    school.pupils[1].sex = Sex::male;
    school.pupils[1].surname = "Otterbeck";
    Enrolment& enrolment = *school.rolls.front().pupils[1];
    enrolment.year = YearGroup{5};
    enrolment.class_name = "5B";
    enrolment.is.set(Characteristic::pupil_premium, true);
    const Seen seen = compared(a.trust, b.trust);
    EXPECT_THAT(seen.lines, ElementsAre("2 sex: F | M", "2 year group in 2025/26: 4 | 5",
                                        "2 class in 2025/26: 4A | 5B (personal)",
                                        "2 pupil premium in 2025/26: no | yes"));
    EXPECT_EQ(seen.compared.identical, 1u);
    EXPECT_EQ(seen.compared.differing, 1u);
    EXPECT_THAT(seen.not_compared, HasSubstr("no surname on side A of School 1"));
}

TEST(PupilDifferences, are_sessions_day_by_day_whatever_the_order_of_days) {
    const MadeUpTrust a = one_side();
    MadeUpTrust b = one_side();
    AttendanceYear& attendance = b.trust.schools.front().attendance.front();
    std::swap(attendance.days[0], attendance.days[1]);
    EXPECT_THAT(compared(a.trust, b.trust).lines, IsEmpty());
    attendance.marks[0][1] = static_cast<char>(b.trust.codes.id("I"));
    attendance.marks[1].resize(3);
    EXPECT_THAT(compared(a.trust, b.trust).lines,
                ElementsAre("1 session 2025-09-02 PM: \\ | I", "2 session 2025-09-01 PM: \\ | "));
}

TEST(PupilDifferences, are_not_days_that_one_side_does_not_reach) {
    const MadeUpTrust a = one_side();
    MadeUpTrust b = one_side();
    AttendanceYear& attendance = b.trust.schools.front().attendance.front();
    attendance.days.pop_back();
    for (std::string& marks : attendance.marks)
        marks.resize(2);
    const Seen seen = compared(a.trust, b.trust);
    EXPECT_THAT(seen.lines, IsEmpty());
    EXPECT_EQ(seen.not_compared, "no marks of 2025-09-02 on side B of School 1\n");
}

TEST(PupilDifferences, are_totals_where_one_side_has_no_marks) {
    const MadeUpTrust a = one_side();
    MadeUpTrust b;
    School& school = b.school("1", {});
    b.pupil_with_totals(school, 4, {4, 0, 0});
    b.pupil_with_totals(school, 4, {4, 1, 0});
    const Seen seen = compared(a.trust, b.trust);
    EXPECT_THAT(seen.lines, ElementsAre("2 authorised absence in 2025/26: 0 | 1"));
    EXPECT_THAT(seen.not_compared,
                HasSubstr("no marks of sessions in 2025/26: totals are compared on side B"));
}

TEST(PupilDifferences, are_pupils_whom_one_side_does_not_have) {
    const MadeUpTrust a = one_side();
    MadeUpTrust b = one_side();
    b.trust.schools.front().pupils[1].upn = "other";
    const Seen seen = compared(a.trust, b.trust);
    EXPECT_THAT(seen.lines, ElementsAre("2 pupil: there | ", "other pupil:  | there"));
    EXPECT_EQ(seen.compared.only_a, 1u);
    EXPECT_EQ(seen.compared.only_b, 1u);
}

TEST(PupilDifferences, are_results_and_numbers_of_incidents) {
    MadeUpTrust a = one_side();
    MadeUpTrust b = one_side();
    a.result(a.trust.schools.front(), Stage::ks2, "reading", 104);
    b.result(b.trust.schools.front(), Stage::ks2, "reading", 105);
    b.result(b.trust.schools.front(), Stage::ks2, "writing", {}, Outcome::expected);
    for (MadeUpTrust* side : {&a, &b})
        side->trust.schools.front().incident_logs.push_back({IncidentKind::suspension, 0, {}});
    b.trust.schools.front().incidents.push_back({0, IncidentKind::suspension, day(2025, 9, 1), "", 3});
    EXPECT_THAT(compared(a.trust, b.trust).lines,
                ElementsAre("1 suspensions in 2025/26: 0 | 1 of 3 sessions together",
                            "2 result in ks2 reading in 2025/26: 104 | 105",
                            "2 result in ks2 writing in 2025/26:  | expected"));
}

TEST(PupilDifferences, of_a_column_that_one_export_lacks_are_said_once) {
    const MadeUpTrust a = one_side();
    MadeUpTrust b = one_side();
    for (auto& enrolment : b.trust.schools.front().rolls.front().pupils)
        enrolment->is = {};
    b.trust.schools.front().attendance.clear();
    const Seen seen = compared(a.trust, b.trust);
    EXPECT_THAT(seen.lines, IsEmpty());
    EXPECT_EQ(seen.not_compared, "no attendance in 2025/26 on side B of School 1\n"
                                 "no pupil premium in 2025/26 on side B of School 1\n");
}

TEST(PupilDifferences, are_counted_of_schools_that_one_side_does_not_have) {
    const MadeUpTrust a = one_side();
    MadeUpTrust b = one_side();
    b.pupils(b.school("2"), 3, 4, "/\\");
    const Seen seen = compared(a.trust, b.trust);
    EXPECT_THAT(seen.lines, IsEmpty());
    EXPECT_EQ(seen.compared.only_b, 3u);
    EXPECT_THAT(seen.not_compared, HasSubstr("no school with the URN 2 on side A"));
}

TEST(PupilDifferences, need_no_urn_where_each_side_has_one_school) {
    const MadeUpTrust a = one_side();
    MadeUpTrust b = one_side();
    b.trust.schools.front().urn.clear();
    EXPECT_EQ(compared(a.trust, b.trust).compared.identical, 2u);
}

} // namespace termbook
