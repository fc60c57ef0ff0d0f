// SPDX-License-Identifier: MPL-2.0
#include "core/figures/figures.hpp"
#include "tests/cli/sample/sample_workspace.hpp"

#include <gtest/gtest.h>
#include <set>
#include <utility>

namespace termbook {

namespace {

class SampleResultsTest : public testing::Test {
  protected:
    double last_summer(const std::string& figure, const std::string& school, Selectors selectors = {}) const {
        return in("year@2024/25", figure, school, std::move(selectors));
    }

    double in(const std::string& period, const std::string& figure, const std::string& school,
              Selectors selectors) const {
        selectors["school"] = school;
        selectors["period"] = period;
        const FigureAnswer answer = m_figures.answer({figure, std::move(selectors), {}});
        EXPECT_EQ(answer.status, FigureStatus::ok) << figure << " " << school;
        return answer.value.value_or(0);
    }

    const Workspace& m_workspace{test::sample_workspace()};
    const Figures m_figures{m_workspace.trust, {Audience::staff, {}, {}, nullptr}};
};

} // namespace

TEST_F(SampleResultsTest, has_the_assessments_of_each_phase_in_the_summer_of_the_year_before) {
    const std::set<Stage> of_primary{Stage::eyfs, Stage::phonics, Stage::mtc, Stage::ks2};
    for (const School& school : m_workspace.trust.schools) {
        std::set<Stage> stages;
        for (const Result& result : school.results_in(0)->results)
            if (result.stage != Stage::tracker) stages.insert(result.stage);
        EXPECT_EQ(stages, school.phase == Phase::primary ? of_primary : std::set{Stage::ks4}) << school.name;
    }
}

TEST_F(SampleResultsTest, are_near_those_of_england) {
    EXPECT_NEAR(last_summer("eyfs.gld", "trust"), 68.3, 8);
    EXPECT_NEAR(last_summer("phonics.expected", "trust"), 80, 8);
    EXPECT_NEAR(last_summer("mtc.mean", "trust"), 21.0, 1.5);
    EXPECT_NEAR(last_summer("mtc.full-marks", "trust"), 37, 10);
    EXPECT_NEAR(last_summer("ks2.rwm", "trust"), 62, 8);
    EXPECT_NEAR(last_summer("ks4.attainment8", "100004"), 45.9, 5);
    EXPECT_NEAR(last_summer("ks4.basics-strong", "100004"), 45.2, 8);
}

TEST_F(SampleResultsTest, tell_each_schools_story) {
    EXPECT_LT(last_summer("phonics.expected", "100001"), 70);
    EXPECT_GT(last_summer("phonics.expected", "100002"), 80);
    EXPECT_GT(last_summer("ks2.expected", "100003", {{"subject", "reading"}}),
              last_summer("ks2.expected", "100003", {{"subject", "writing"}}) + 15);
    EXPECT_LT(last_summer("ks4.attainment8", "100004"), 45.9);
}

TEST_F(SampleResultsTest, depend_on_the_pupil) {
    for (const auto* group : {"pp", "send"}) {
        const auto others = std::string("not-") + group;
        EXPECT_LT(last_summer("ks2.rwm", "trust", {{"group", group}}),
                  last_summer("ks2.rwm", "trust", {{"group", others}}) - 10)
            << group;
        EXPECT_LT(last_summer("ks4.attainment8", "100004", {{"group", group}}),
                  last_summer("ks4.attainment8", "100004", {{"group", others}}) - 3)
            << group;
    }
}

TEST_F(SampleResultsTest, hold_letters_of_pupils_without_a_score) {
    std::set<Stage> with_letters;
    for (const School& school : m_workspace.trust.schools)
        for (const Result& result : school.results_in(0)->results)
            if (result.outcome == Outcome::absent) with_letters.insert(result.stage);
    EXPECT_EQ(with_letters, (std::set{Stage::phonics, Stage::mtc, Stage::ks2, Stage::ks4}));
}

TEST_F(SampleResultsTest, have_a_tracker_of_every_term_that_has_ended) {
    for (const auto* term :
         {"autumn@2024/25", "spring@2024/25", "summer@2024/25", "autumn@2025/26", "spring@2025/26"}) {
        for (const auto* primary : {"100001", "100002", "100003"})
            EXPECT_NEAR(in(term, "tracker.expected", primary, {{"subject", "reading"}}), 75, 12)
                << primary << " " << term;
        EXPECT_NEAR(in(term, "tracker.expected", "100004", {{"subject", "english"}}), 70, 10) << term;
    }
    EXPECT_NEAR(in("year@2024/25", "tracker.progress", "100004", {{"subject", "reading age"}}), 0.6, 0.3);
}

TEST_F(SampleResultsTest, rise_at_brookfield_from_term_to_term) {
    const auto maths = [&](const char* term) {
        return in(term, "tracker.expected", "100002", {{"subject", "maths"}});
    };
    EXPECT_GT(maths("spring@2025/26"), maths("autumn@2024/25") + 5);
}

} // namespace termbook
