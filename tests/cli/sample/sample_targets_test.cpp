// SPDX-License-Identifier: MPL-2.0
#include "core/figures/figures.hpp"
#include "tests/cli/sample/sample_workspace.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <utility>

namespace termbook {

namespace {

class SampleTargetsTest : public testing::Test {
  protected:
    std::optional<TargetStatus> status(const std::string& figure, Selectors selectors) const {
        return m_figures.target_status({figure, std::move(selectors), {}});
    }

    const Trust& m_trust{test::sample_workspace().trust};
    const Figures m_figures{m_trust, {Audience::staff, {}, {}, nullptr}};
};

} // namespace

TEST_F(SampleTargetsTest, are_of_a_school_a_phase_a_year_group_a_group_a_subject_and_a_term) {
    const auto some = [&](auto has) {
        return std::any_of(m_trust.targets.begin(), m_trust.targets.end(), [&](const TargetRule& rule) {
            return !rule.figure.starts_with("attendance.") && has(rule);
        });
    };
    EXPECT_TRUE(some([](const TargetRule& rule) { return !rule.school.empty(); }));
    EXPECT_TRUE(some([](const TargetRule& rule) { return rule.phase.has_value(); }));
    EXPECT_TRUE(some([](const TargetRule& rule) { return rule.year.has_value(); }));
    EXPECT_TRUE(some([](const TargetRule& rule) { return !rule.groups.empty(); }));
    EXPECT_TRUE(some([](const TargetRule& rule) { return !rule.subject.empty(); }));
    EXPECT_TRUE(some([](const TargetRule& rule) { return !rule.periods.empty(); }));
}

TEST_F(SampleTargetsTest, leave_those_of_attendance_to_the_settings) {
    for (const TargetRule& rule : m_trust.targets) {
        const bool is_of_all = rule.school.empty() && !rule.year && rule.periods.empty();
        EXPECT_TRUE(is_of_all || !rule.figure.starts_with("attendance.")) << rule.figure;
    }
}

TEST_F(SampleTargetsTest, are_reached_by_some_and_missed_by_others) {
    EXPECT_EQ(status("phonics.expected", {{"school", "100001"}, {"period", "year@2024/25"}, {"year", "1"}}),
              TargetStatus::off_track);
    EXPECT_EQ(
        status("tracker.expected", {{"school", "100002"}, {"period", "spring"}, {"subject", "reading"}}),
        TargetStatus::on_track);
    EXPECT_EQ(
        status("tracker.expected", {{"school", "100003"}, {"period", "spring"}, {"subject", "writing"}}),
        TargetStatus::off_track);
    EXPECT_EQ(status("ks4.attainment8", {{"school", "100004"}, {"period", "year@2024/25"}}),
              TargetStatus::off_track);
}

} // namespace termbook
