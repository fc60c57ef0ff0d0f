// SPDX-License-Identifier: MPL-2.0
#include "core/figures/figures.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::HasSubstr;

class ComparingTest : public testing::Test {
  protected:
    ComparingTest() : m_school(m_made.school("1", {day(2025, 9, 1), day(2025, 9, 2)})) {}

    /// A pupil of Year 4 who is, or is not, of the pupil premium.
    void pupil(std::string_view marks, std::optional<bool> premium) {
        m_made.pupils(m_school, 1, 4, marks);
        if (premium) m_school.roll(0).pupils.back()->is.set(Characteristic::pupil_premium, *premium);
    }

    MadeUpTrust m_made;
    School& m_school;
};

TEST_F(ComparingTest, groups_and_their_complement_add_up_to_those_of_whom_it_is_known) {
    pupil("/\\/\\", true);
    pupil("I\\/\\", false);
    pupil("II/\\", false);
    pupil("////", std::nullopt);
    const FigureAnswer group = m_made.answer("attendance.rate", {{"group", "pp"}});
    const FigureAnswer others = m_made.answer("attendance.rate", {{"group", "not-pp"}});
    EXPECT_EQ(group.numerator, 4);
    EXPECT_EQ(others.numerator, 5);
    EXPECT_EQ(others.denominator, 8);
    EXPECT_THAT(group.left_out, testing::ElementsAre(HasSubstr(
                                    "1 pupil of whom the exports do not say whether they are of the group")));
    EXPECT_EQ(group.who, "Made-up Trust, Disadvantaged (pupil premium)");
}

TEST_F(ComparingTest, a_gap_is_the_others_less_the_group_unrounded) {
    pupil("I\\/\\", true);
    pupil("/\\/\\", false);
    pupil("/\\/I", false);
    const FigureAnswer gap = m_made.answer("attendance.rate", {{"gap", "pp"}});
    EXPECT_EQ(gap.unit, Unit::points);
    EXPECT_DOUBLE_EQ(*gap.value, 100.0 * 7 / 8 - 75.0);
    EXPECT_EQ(display(gap), "+12.5");
    EXPECT_EQ(gap.working, "87.5% against 75.0% (Disadvantaged (pupil premium))");
    EXPECT_FALSE(gap.numerator);
}

TEST_F(ComparingTest, a_gap_can_be_within_another_group) {
    pupil("I\\/\\", true);
    m_school.roll(0).pupils.back()->prior = PriorBand::low;
    pupil("/\\/\\", false);
    m_school.roll(0).pupils.back()->prior = PriorBand::low;
    pupil("IIII", false);
    m_school.roll(0).pupils.back()->prior = PriorBand::high;
    EXPECT_DOUBLE_EQ(*m_made.answer("attendance.rate", {{"gap", "pp"}, {"group", "prior.low"}}).value, 25.0);
}

TEST_F(ComparingTest, nobody_of_a_group_is_not_applicable_and_nobody_known_is_no_data) {
    pupil("/\\/\\", false);
    EXPECT_EQ(m_made.answer("attendance.rate", {{"group", "pp"}}).status, FigureStatus::not_applicable);
    EXPECT_EQ(m_made.answer("attendance.rate", {{"gap", "pp"}}).status, FigureStatus::not_applicable);
    const FigureAnswer unknown = m_made.answer("attendance.rate", {{"group", "service"}});
    EXPECT_EQ(unknown.status, FigureStatus::no_data);
    EXPECT_EQ(unknown.reason, "the exports do not say who is of the group");
}

TEST_F(ComparingTest, a_small_group_and_its_complement_are_withheld_together) {
    m_made.trust.disclosure_threshold = 6;
    for (int i = 0; i < 3; ++i)
        pupil("/\\/\\", true);
    for (int i = 0; i < 30; ++i)
        pupil("/\\I\\", false);
    for (const auto* group : {"pp", "not-pp"})
        EXPECT_EQ(m_made.answer("attendance.rate", {{"group", group}}).status, FigureStatus::suppressed)
            << group;
    EXPECT_EQ(m_made.answer("attendance.rate", {{"gap", "pp"}}).status, FigureStatus::suppressed);
    EXPECT_EQ(m_made.answer("attendance.rate").status, FigureStatus::ok);
    EXPECT_EQ(m_made.answer("attendance.rate", {{"group", "pp"}}, {}, {Audience::staff, {}, {}}).status,
              FigureStatus::ok);
}

TEST_F(ComparingTest, against_the_trust_is_the_school_less_the_trust) {
    pupil("/\\/\\", {});
    School& other = m_made.school("2", {day(2025, 9, 1), day(2025, 9, 2)});
    m_made.pupils(other, 1, 4, "II/\\");
    EXPECT_DOUBLE_EQ(*m_made.answer("attendance.rate", {{"school", "1"}}, "trust").value, 25.0);
}

TEST_F(ComparingTest, against_national_takes_the_newest_published_row_of_the_phase) {
    m_school.phase = Phase::primary;
    pupil("/\\I\\", {});
    const auto add = [&](std::string year, std::optional<Phase> phase, double value) {
        Comparator& row = m_made.trust.comparators.emplace_back();
        row.figure = "attendance.rate";
        row.year = std::move(year);
        row.phase = phase;
        row.value = value;
        row.source = "a made-up publication";
    };
    EXPECT_EQ(m_made.answer("attendance.rate", {}, "national").reason, "no national figure");
    add("2023/24", Phase::primary, 70);
    add("2024/25", {}, 80);
    add("2024/25", Phase::primary, 74.5);
    add("2024/25", Phase::secondary, 10);
    add("2026/27", Phase::primary, 20);
    const FigureAnswer answer = m_made.answer("attendance.rate", {}, "national");
    EXPECT_DOUBLE_EQ(*answer.value, 0.5);
    EXPECT_EQ(answer.title, "Attendance against national 2024/25");
    EXPECT_THAT(answer.working, HasSubstr("74.5 (national 2024/25: a made-up publication)"));
    EXPECT_EQ(m_made.answer("attendance.rate", {{"year", "4"}}, "national").status, FigureStatus::no_data);
    EXPECT_EQ(m_made.answer("attendance.rate", {}, "local").reason,
              "no local figure: termbook.xml names no local-authority");
}

TEST_F(ComparingTest, a_year_ago_is_the_year_group_of_then) {
    m_made.trust.calendar = Calendar({year_2025_26(), year_2024_25()});
    pupil("/\\/\\", {});
    AttendanceYear& before = m_school.attendance.emplace_back();
    before.year = 1;
    before.days = {day(2024, 9, 2)};
    before.marks = {std::string{static_cast<char>(m_made.trust.codes.id('I')),
                                static_cast<char>(m_made.trust.codes.id('\\'))}};
    reckon_rolls(m_school, m_made.trust.calendar);
    EXPECT_DOUBLE_EQ(*m_made.answer("attendance.rate", {{"year", "3"}, {"period", "year@2024/25"}}).value,
                     50.0);
    EXPECT_EQ(m_made.answer("attendance.rate", {{"year", "4"}, {"period", "year@2024/25"}}).status,
              FigureStatus::not_applicable);
    EXPECT_DOUBLE_EQ(*m_made.answer("attendance.rate", {{"period", "year"}}, "last-year").value, 50.0);
    EXPECT_EQ(m_made.answer("attendance.rate", {{"period", "year@2024/25"}}, "last-year").status,
              FigureStatus::no_data);
}

TEST_F(ComparingTest, the_period_before_is_of_the_same_kind) {
    m_school.attendance.front().days = {day(2025, 9, 1), day(2026, 1, 5)};
    pupil("I\\/\\", {});
    EXPECT_DOUBLE_EQ(*m_made.answer("attendance.rate", {{"period", "spring"}}, "previous").value, 50.0);
}

} // namespace termbook
