// SPDX-License-Identifier: MPL-2.0
#include "core/figures/comparing/targets.hpp"
#include "core/figures/figures.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gtest/gtest.h>

namespace termbook {

class TargetsTest : public testing::Test {
  protected:
    /// A pupil whose attendance of each month from September is so many sessions in ten.
    void attends(std::initializer_list<int> by_month) {
        std::vector<Date> days;
        std::string marks;
        unsigned month = 9;
        for (const int attended : by_month) {
            const int year = month >= 9 ? 2025 : 2026;
            for (unsigned number = 0; number < 5; ++number)
                days.push_back(day(year, month, number + 1));
            for (int session = 0; session < 10; ++session)
                marks += session < attended ? '/' : 'I';
            month = month == 12 ? 1 : month + 1;
        }
        m_made.pupils(m_made.school("1", days), 1, 4, marks);
    }

    Figures figures() const { return Figures(m_made.trust, {}); }

    MadeUpTrust m_made;
    const FigureRequest m_rate{"attendance.rate", {}, {}};
};

TEST_F(TargetsTest, of_a_school_go_before_those_of_its_phase_and_of_all) {
    m_made.school("1").phase = Phase::primary;
    m_made.school("2").phase = Phase::secondary;
    m_made.school("3");
    m_made.trust.targets = {{"attendance.rate", 90},
                            {"attendance.late", 1, false},
                            {"attendance.rate", 95, true, Phase::primary},
                            {"attendance.rate", 97, true, {}, "2"}};
    const auto target = [&](const char* school) {
        return figures().target({"attendance.rate", {{"school", school}}, {}})->value;
    };
    EXPECT_EQ(target("1"), 95);
    EXPECT_EQ(target("2"), 97);
    EXPECT_EQ(target("3"), 90);
    EXPECT_EQ(target("trust"), 90);
    EXPECT_FALSE(figures().target({"attendance.severe", {}, {}}));
    EXPECT_FALSE(figures().target({"attendance.rate", {{"gap", "girls"}}, {}})) << "a gap is another figure";
}

TEST_F(TargetsTest, are_the_most_specific_of_those_that_fit) {
    m_made.school("1");
    const auto period = [&](const char* text) { return m_made.trust.calendar.resolve(text, 0, {}); };
    m_made.trust.targets = {{"attendance.rate", 95},
                            {"attendance.rate", 92, true, {}, {}, {}, {"girls", "pp"}},
                            {"attendance.rate", 91, true, {}, {}, {}, {"pp"}},
                            {"attendance.rate", 96, true, {}, {}, YearGroup{6}},
                            {"attendance.rate", 94, true, {}, {}, {}, {}, {}, {period("year")}},
                            {"attendance.rate", 97, true, {}, {}, {}, {}, {}, {period("autumn")}},
                            {"attendance.rate", 93, true, {}, "1", {}, {"pp"}}};
    const auto target = [&](Selectors selectors) {
        return figures().target({"attendance.rate", std::move(selectors), {}})->value;
    };
    EXPECT_EQ(target({}), 94) << "the year to date is within the year";
    EXPECT_EQ(target({{"period", "autumn"}}), 97);
    EXPECT_EQ(target({{"period", "term1"}}), 97) << "the same days";
    EXPECT_EQ(target({{"period", "spring"}}), 94);
    EXPECT_EQ(target({{"year", "6"}, {"period", "autumn"}}), 96) << "a year group goes before a period";
    EXPECT_EQ(target({{"year", "6"}, {"group", "pp"}}), 91) << "and a group before a year group";
    EXPECT_EQ(target({{"group", "pp,girls"}}), 92);
    EXPECT_EQ(target({{"group", "not-pp"}}), 94);
    EXPECT_EQ(target({{"school", "1"}, {"group", "girls,pp"}}), 93) << "a school's own goes before all";
    EXPECT_EQ(target({{"school", "1"}, {"year", "6"}}), 96);
}

TEST_F(TargetsTest, are_of_a_subject_where_they_name_one) {
    m_made.pupil(m_made.school("1"), 6);
    m_made.trust.targets = {{"ks2.expected", 75}, {"ks2.expected", 80, true, {}, {}, {}, {}, "reading"}};
    const auto target = [&](const char* subject) {
        return figures().target({"ks2.expected", {{"subject", subject}}, {}})->value;
    };
    EXPECT_EQ(target("reading"), 80);
    EXPECT_EQ(target("maths"), 75);
}

TEST(TargetRules, are_of_the_same_where_whom_and_when_are) {
    MadeUpTrust made;
    const auto rule = [&](const char* period) {
        TargetRule made_rule{"attendance.rate", 95};
        if (*period) made_rule.periods = {made.trust.calendar.resolve(period, 0, {})};
        return made_rule;
    };
    EXPECT_TRUE(of_the_same(rule(""), rule("")));
    EXPECT_TRUE(of_the_same(rule("autumn"), rule("term1")));
    EXPECT_FALSE(of_the_same(rule("autumn"), rule("spring")));
    EXPECT_FALSE(of_the_same(rule("autumn"), rule("")));
    TargetRule of_year = rule("");
    of_year.year = YearGroup{4};
    EXPECT_FALSE(of_the_same(of_year, rule("")));
}

TEST_F(TargetsTest, are_reached_missed_closely_or_missed) {
    attends({9});
    const auto status = [&](double value, bool at_least) {
        m_made.trust.targets = {{"attendance.rate", value, at_least}};
        return figures().target_status(m_rate);
    };
    EXPECT_EQ(status(90, true), TargetStatus::on_track);
    EXPECT_EQ(status(90.9, true), TargetStatus::close);
    EXPECT_EQ(status(91, true), TargetStatus::off_track);
    EXPECT_EQ(status(90, false), TargetStatus::on_track);
    EXPECT_EQ(status(89.1, false), TargetStatus::close);
    EXPECT_EQ(status(89, false), TargetStatus::off_track);
}

TEST_F(TargetsTest, are_compared_before_rounding) {
    attends({9});
    m_made.trust.targets = {{"attendance.rate", 95.65, true}};
    const FigureAnswer answer = figures().answer({"attendance.rate", {}, "target"});
    EXPECT_EQ(answer.unit, Unit::points);
    EXPECT_NEAR(*answer.value, -5.65, 1e-12);
    EXPECT_EQ(display(answer), "−5.7");
}

TEST_F(TargetsTest, that_are_not_set_leave_no_data) {
    attends({9});
    EXPECT_EQ(figures().answer({"attendance.rate", {}, "target"}).status, FigureStatus::no_data);
    EXPECT_FALSE(figures().target_status(m_rate));
    EXPECT_FALSE(figures().off_target_since(m_rate));
}

TEST_F(TargetsTest, are_missed_since_the_first_month_that_the_figure_so_far_stayed_off) {
    attends({9, 10, 8, 9}); // so far: 90%, 95%, 90%, 90%
    m_made.trust.targets = {{"attendance.rate", 95}};
    EXPECT_EQ(figures().off_target_since(m_rate)->key, "month:2025-11");
}

TEST_F(TargetsTest, stay_missed_through_a_good_month_that_does_not_make_up_for_the_others) {
    attends({5, 5, 10});
    m_made.trust.targets = {{"attendance.rate", 95}};
    EXPECT_EQ(figures().off_target_since(m_rate)->key, "month:2025-09");
}

TEST_F(TargetsTest, are_not_missed_when_the_whole_period_is_on_target) {
    attends({10, 10, 10, 9});
    m_made.trust.targets = {{"attendance.rate", 95}};
    EXPECT_FALSE(figures().off_target_since(m_rate));
}

TEST_F(TargetsTest, are_missed_across_a_month_without_school) {
    std::vector<Date> days{day(2025, 10, 1), day(2025, 12, 1)};
    m_made.pupils(m_made.school("1", days), 1, 4, "I\\I\\");
    m_made.trust.targets = {{"attendance.rate", 95}};
    EXPECT_EQ(figures().off_target_since(m_rate)->key, "month:2025-10");
}

TEST_F(TargetsTest, tell_no_month_where_totals_have_none) {
    m_made.pupil_with_totals(m_made.school("1", {}), 4, {200, 60, 4});
    m_made.trust.targets = {{"attendance.rate", 95}};
    EXPECT_EQ(figures().target_status(m_rate), TargetStatus::off_track);
    EXPECT_FALSE(figures().off_target_since(m_rate));
}

} // namespace termbook
