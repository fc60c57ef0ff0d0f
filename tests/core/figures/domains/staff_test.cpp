// SPDX-License-Identifier: MPL-2.0
// Figures of staff, counted by hand.
#include "core/figures/figures.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::ElementsAre;
using testing::HasSubstr;

class StaffTest : public testing::Test {
  protected:
    StaffTest() : m_school(m_made.school("1", {})) { m_school.staff.emplace_back(); }

    StaffYear& staff() { return m_school.staff.front(); }
    FigureAnswer attendance(Selectors selectors = {}, FigureOptions options = {}) const {
        return m_made.answer("staff.attendance", std::move(selectors), {}, std::move(options));
    }
    FigureAnswer lost(Selectors selectors = {}) const {
        return m_made.answer("staff.days-lost", std::move(selectors));
    }

    MadeUpTrust m_made;
    School& m_school;
};

TEST_F(StaffTest, attendance_is_what_is_left_of_the_days_available_half_days_included) {
    staff().members = {{390, 5}, {195, 0}, {390, std::nullopt}};
    const FigureAnswer answer = attendance();
    EXPECT_EQ(answer.numerator, 580);
    EXPECT_EQ(answer.denominator, 585);
    EXPECT_EQ(display(answer), "99.1%");
    EXPECT_THAT(answer.left_out, ElementsAre("1 member of staff whose days are not known: not counted"));
    const FigureAnswer days = lost();
    EXPECT_EQ(days.numerator, 5);
    EXPECT_EQ(days.value, 2.5);
    EXPECT_EQ(display(days), "2.5");
    EXPECT_EQ(days.unit, Unit::days);
}

TEST_F(StaffTest, absences_one_by_one_belong_to_the_term_in_which_they_began) {
    staff().members = {{390, std::nullopt}, {390, std::nullopt}};
    staff().absences_listed = true;
    staff().absences = {{0, day(2025, 12, 18), 6}, {0, day(2026, 1, 7), 1}, {0, day(2026, 1, 8), 2}};
    EXPECT_EQ(lost().numerator, 9);
    EXPECT_EQ(attendance().numerator, 771);
    EXPECT_EQ(lost({{"period", "autumn"}}).numerator, 6);
    EXPECT_EQ(display(lost({{"period", "spring"}})), "1.5");
    EXPECT_EQ(attendance({{"period", "spring"}}).reason,
              "the exports give the days of staff for the whole year only");
    std::vector<std::string> terms;
    for (const Member& member : Figures(m_made.trust, {}).members("term", {}))
        terms.push_back(member.selectors.at("period"));
    EXPECT_THAT(terms, ElementsAre("term1@2025/26", "term2@2025/26"));
}

TEST_F(StaffTest, days_lost_without_days_available_are_no_attendance) {
    staff().members = {{std::nullopt, 5}};
    EXPECT_EQ(lost().numerator, 5);
    EXPECT_EQ(attendance().status, FigureStatus::no_data);
    EXPECT_THAT(attendance().reason, HasSubstr("no list of staff with their days available"));
    EXPECT_EQ(lost({{"period", "autumn"}}).status, FigureStatus::no_data) << "a sum of the year has no dates";
}

TEST_F(StaffTest, no_export_of_staff_is_no_data) {
    m_made.pupils(m_school, 3, 4, "/\\");
    m_school.staff.clear();
    EXPECT_EQ(lost().status, FigureStatus::no_data);
    EXPECT_EQ(lost().reason, "no list of staff absence for this year");
}

TEST_F(StaffTest, fewer_members_than_the_threshold_are_withheld) {
    m_made.trust.disclosure_threshold = 6;
    staff().members.assign(5, {390, 2});
    EXPECT_EQ(attendance().status, FigureStatus::suppressed);
    EXPECT_THAT(attendance().reason, HasSubstr("fewer than 6 members of staff"));
    EXPECT_FALSE(attendance().numerator);
    EXPECT_EQ(attendance({}, {Audience::staff, {}, {}}).denominator, 1950);
    staff().members.assign(6, {390, 2});
    EXPECT_EQ(attendance().status, FigureStatus::ok);
}

TEST_F(StaffTest, a_small_staff_takes_the_next_smallest_schools_with_it) {
    m_made.trust.disclosure_threshold = 6;
    staff().members.assign(5, {390, 2});
    for (const auto& [urn, members] : {std::pair("2", 9), std::pair("3", 20)})
        m_made.school(urn, {}).staff = {
            {0, std::vector<StaffMember>(static_cast<std::size_t>(members), {390, 2}), {}, false, {}}};
    EXPECT_EQ(attendance({{"school", "2"}}).status, FigureStatus::suppressed);
    EXPECT_EQ(attendance({{"school", "3"}}).status, FigureStatus::ok);
    EXPECT_EQ(attendance({{"school", "trust"}}).denominator, 34 * 390);
}

TEST_F(StaffTest, staff_are_in_no_group_of_pupils) {
    staff().members = {{390, 5}};
    for (const auto& [name, value] : Selectors{{"year", "4"}, {"group", "pp"}, {"class", "4A"}}) {
        const FigureAnswer answer = attendance({{name, value}});
        EXPECT_EQ(answer.status, FigureStatus::not_applicable);
        EXPECT_EQ(answer.reason, "staff are in no group of pupils");
    }
}

TEST_F(StaffTest, sources_are_those_of_staff_and_not_of_pupils) {
    m_made.trust.sources = {{"exports/pupils.csv", {}, {}, 0, {}}, {"exports/staff.csv", {}, {}, 0, {}}};
    m_made.pupil(m_school, 4);
    m_school.rolls.front().sources = {0};
    staff().members = {{390, 5}};
    staff().sources = {1};
    ASSERT_EQ(attendance().sources.size(), 1u);
    EXPECT_EQ(attendance().sources[0].file, "exports/staff.csv");
}

} // namespace termbook
