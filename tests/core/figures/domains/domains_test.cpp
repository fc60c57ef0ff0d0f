// SPDX-License-Identifier: MPL-2.0
// Figures of attainment, conduct and the roll.
#include "core/figures/figures.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::ElementsAre;

class DomainsTest : public testing::Test {
  protected:
    DomainsTest() : m_school(m_made.school("1")) {}

    void rwm(int reading, Outcome writing, int maths) {
        m_made.pupil(m_school, 6);
        m_made.result(m_school, Stage::ks2, "reading", reading);
        m_made.result(m_school, Stage::ks2, "writing", {}, writing);
        m_made.result(m_school, Stage::ks2, "maths", maths);
    }
    void one(Stage stage, std::optional<int> score, Outcome outcome = Outcome::none, int year = 4) {
        m_made.pupil(m_school, year);
        m_made.result(m_school, stage, {}, score, outcome);
    }
    std::pair<std::int64_t, std::int64_t> counts(std::string figure, Selectors selectors = {}) {
        const FigureAnswer answer = m_made.answer(std::move(figure), std::move(selectors));
        return {answer.numerator.value_or(-1), answer.denominator.value_or(-1)};
    }

    MadeUpTrust m_made;
    School& m_school;
};

TEST_F(DomainsTest, reading_writing_and_maths_wants_all_three) {
    rwm(100, Outcome::expected, 100);
    rwm(110, Outcome::higher, 110);
    rwm(99, Outcome::higher, 120);
    rwm(120, Outcome::below, 120);
    EXPECT_EQ(counts("ks2.rwm"), std::pair(2L, 4L));
    EXPECT_EQ(counts("ks2.rwm-higher"), std::pair(1L, 4L));
    EXPECT_EQ(counts("ks2.expected", {{"subject", "reading"}}), std::pair(3L, 4L));
    EXPECT_EQ(counts("ks2.higher", {{"subject", "writing"}}), std::pair(2L, 4L));
}

TEST_F(DomainsTest, above_average_begins_above_the_score_that_the_trust_sets) {
    rwm(100, Outcome::expected, 105);
    rwm(101, Outcome::expected, 106);
    m_made.pupil(m_school, 6);
    m_made.result(m_school, Stage::ks2, "maths", {}, Outcome::absent);
    EXPECT_EQ(counts("ks2.above-average", {{"subject", "reading"}}), std::pair(1L, 2L));
    EXPECT_EQ(counts("ks2.above-average", {{"subject", "maths"}}), std::pair(2L, 3L));
    EXPECT_EQ(m_made.answer("ks2.above-average", {{"subject", "writing"}}).status, FigureStatus::no_data);
    m_made.trust.average_scaled_score = 105;
    EXPECT_EQ(counts("ks2.above-average", {{"subject", "maths"}}), std::pair(1L, 3L));
}

TEST_F(DomainsTest, absent_pupils_count_against_and_in_no_mean) {
    m_made.pupil(m_school, 6);
    m_made.result(m_school, Stage::ks2, "maths", 104);
    m_made.pupil(m_school, 6);
    m_made.result(m_school, Stage::ks2, "maths", {}, Outcome::absent);
    m_made.pupil(m_school, 6);
    m_made.result(m_school, Stage::ks2, "maths", {}, Outcome::not_eligible);
    m_made.pupil(m_school, 6);
    EXPECT_EQ(counts("ks2.expected", {{"subject", "maths"}}), std::pair(1L, 2L));
    const FigureAnswer mean = m_made.answer("ks2.score", {{"subject", "maths"}});
    EXPECT_DOUBLE_EQ(*mean.value, 104.0);
    EXPECT_EQ(display(mean), "104.0");
    EXPECT_EQ(numerator_shown(mean), 104.0);
    EXPECT_THAT(mean.left_out, ElementsAre("1 pupil has no such result: not counted"));
}

TEST_F(DomainsTest, phonics_begins_at_32_and_keeps_the_absent_in_the_denominator) {
    one(Stage::phonics, 31, Outcome::none, 1);
    one(Stage::phonics, 32, Outcome::none, 1);
    one(Stage::phonics, {}, Outcome::absent, 1);
    EXPECT_EQ(counts("phonics.expected"), std::pair(1L, 3L));
}

TEST_F(DomainsTest, phonics_is_of_year_1_unless_those_who_take_it_again_are_asked_for) {
    one(Stage::phonics, 31, Outcome::none, 1);
    one(Stage::phonics, 35, Outcome::none, 2);
    EXPECT_EQ(counts("phonics.expected"), std::pair(0L, 1L));
    EXPECT_EQ(counts("phonics.expected", {{"year", "1"}}), std::pair(0L, 1L));
    EXPECT_EQ(counts("phonics.expected", {{"year", "2"}}), std::pair(1L, 1L));
}

TEST_F(DomainsTest, a_year_without_progress_8_has_none_whatever_was_exported) {
    m_made.pupil(m_school, 11);
    m_made.result(m_school, Stage::ks4, "progress8", 1);
    EXPECT_EQ(m_made.answer("ks4.progress8").status, FigureStatus::not_applicable);
    AcademicYear later = year_2025_26();
    later.name = "2026/27";
    m_made.trust.calendar = Calendar({later});
    EXPECT_DOUBLE_EQ(*m_made.answer("ks4.progress8").value, 1);
}

TEST_F(DomainsTest, the_multiplication_check_means_over_takers_and_full_marks_over_all) {
    one(Stage::mtc, 25);
    one(Stage::mtc, 20);
    one(Stage::mtc, {}, Outcome::absent);
    EXPECT_EQ(display(m_made.answer("mtc.mean")), "22.5");
    EXPECT_EQ(counts("mtc.full-marks"), std::pair(1L, 3L));
}

TEST_F(DomainsTest, a_good_level_of_development_is_five_areas_or_the_exported_judgement) {
    m_made.pupil(m_school, 0);
    for (const auto* area : {"communication", "physical", "psed", "literacy"})
        m_made.result(m_school, Stage::eyfs, area, {}, Outcome::expected);
    m_made.result(m_school, Stage::eyfs, "maths", {}, Outcome::below);
    m_made.pupil(m_school, 0);
    m_made.result(m_school, Stage::eyfs, "gld", {}, Outcome::expected);
    EXPECT_EQ(counts("eyfs.gld"), std::pair(1L, 2L));
}

TEST_F(DomainsTest, tracker_judgements_are_the_last_of_the_period_and_progress_is_from_the_first) {
    m_made.pupil(m_school, 3);
    m_made.result(m_school, Stage::tracker, "reading", 30, Outcome::below);
    m_school.results.front().results.back().on = day(2025, 12, 1);
    m_made.result(m_school, Stage::tracker, "reading", 36, Outcome::expected);
    m_school.results.front().results.back().on = day(2026, 3, 1);
    const Selectors reading{{"subject", "reading"}, {"period", "year"}};
    EXPECT_EQ(counts("tracker.expected", reading), std::pair(1L, 1L));
    EXPECT_EQ(counts("tracker.expected", {{"subject", "reading"}, {"period", "autumn"}}), std::pair(0L, 1L));
    EXPECT_EQ(display(m_made.answer("tracker.progress", reading)), "6.0");
}

TEST_F(DomainsTest, points_and_scores_alone_say_nothing_of_expectations) {
    for (const int points : {30, 36}) {
        m_made.pupil(m_school, 2);
        m_made.result(m_school, Stage::tracker, "reading age", points);
        m_made.result(m_school, Stage::ks1, "maths", 105);
    }
    EXPECT_EQ(m_made.answer("tracker.expected", {{"subject", "reading age"}}).status, FigureStatus::no_data);
    EXPECT_EQ(m_made.answer("ks1.expected", {{"subject", "maths"}}).status, FigureStatus::no_data);
    m_made.pupil(m_school, 3);
    m_made.result(m_school, Stage::tracker, "reading age", {}, Outcome::below);
    EXPECT_EQ(counts("tracker.expected", {{"subject", "reading age"}}), std::pair(0L, 1L));
}

TEST_F(DomainsTest, suspensions_are_counted_and_so_are_pupils_with_one) {
    for (int i = 0; i < 4; ++i)
        m_made.pupil(m_school, 8);
    EXPECT_EQ(m_made.answer("suspensions.count").status, FigureStatus::no_data);
    m_school.incident_logs.push_back({IncidentKind::suspension, 0, {}});
    EXPECT_EQ(counts("suspensions.rate"), std::pair(0L, 4L)) << "an export without rows is a true zero";
    m_school.incidents = {{1, IncidentKind::suspension, day(2025, 10, 1), "Assault", 4},
                          {1, IncidentKind::suspension, day(2026, 2, 1), "Bullying", 2},
                          {2, IncidentKind::behaviour, day(2025, 10, 1), "Assault", 0}};
    const Selectors year{{"period", "year"}};
    EXPECT_EQ(counts("suspensions.rate", year), std::pair(2L, 4L));
    EXPECT_EQ(counts("suspensions.pupils", year), std::pair(1L, 4L));
    EXPECT_EQ(counts("suspensions.sessions", year).first, 6);
    EXPECT_EQ(counts("suspensions.count", {{"period", "year"}, {"type", "Bullying"}}).first, 1);
    EXPECT_EQ(counts("suspensions.count", {{"period", "autumn"}}).first, 1);
    EXPECT_EQ(m_made.answer("behaviour.incidents", year).status, FigureStatus::no_data);
}

TEST_F(DomainsTest, the_roll_is_of_every_year_group_on_the_last_day) {
    m_made.pupil(m_school, 0);
    m_made.pupil(m_school, 4).joined = day(2026, 1, 10);
    m_made.pupil(m_school, 13).left = day(2025, 10, 3);
    EXPECT_EQ(counts("pupils.roll", {{"period", "autumn"}}).first, 1);
    EXPECT_EQ(counts("pupils.roll", {{"period", "spring"}}).first, 2);
    EXPECT_EQ(counts("pupils.joiners", {{"period", "spring"}}).first, 1);
    EXPECT_EQ(counts("pupils.leavers", {{"period", "autumn"}}).first, 1);
}

TEST_F(DomainsTest, a_list_of_pupils_says_nothing_of_days_after_it_was_made) {
    m_made.pupil(m_school, 4).joined = day(2025, 9, 1);
    m_made.trust.sources.push_back({"exports/pupils.csv", "Pupil list", "", 1, day(2025, 12, 1)});
    m_school.rolls.front().sources = {0};
    EXPECT_EQ(counts("pupils.roll", {{"period", "autumn"}}).first, 1);
    EXPECT_EQ(counts("pupils.roll", {{"period", "year"}}).first, 1);
    for (const auto* figure : {"pupils.roll", "pupils.joiners", "pupils.leavers", "mobility.joiners"})
        EXPECT_EQ(m_made.answer(figure, {{"period", "spring"}}).status, FigureStatus::no_data) << figure;
}

TEST_F(DomainsTest, mobility_is_a_share_of_the_roll_on_the_third_thursday_of_january) {
    m_made.pupil(m_school, 4);
    m_made.pupil(m_school, 4).joined = day(2026, 1, 15);
    m_made.pupil(m_school, 4).joined = day(2026, 1, 16);
    m_made.pupil(m_school, 5).left = day(2025, 10, 3);
    m_made.pupil(m_school, 5).left = day(2026, 3, 2);
    EXPECT_EQ(counts("mobility.joiners", {{"period", "year"}}), std::pair(2L, 3L));
    EXPECT_EQ(counts("mobility.leavers", {{"period", "autumn"}}), std::pair(1L, 3L));
    EXPECT_EQ(counts("mobility.leavers", {{"period", "year"}}), std::pair(2L, 3L));
}

} // namespace termbook
