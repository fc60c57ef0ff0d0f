// SPDX-License-Identifier: MPL-2.0
#include "core/figures/figures.hpp"
#include "tests/cli/sample/sample_workspace.hpp"

#include <gtest/gtest.h>
#include <map>
#include <utility>

namespace termbook {

namespace {

class SampleConductTest : public testing::Test {
  protected:
    double in(const std::string& period, const std::string& figure, const std::string& school,
              Selectors selectors = {}) const {
        selectors["school"] = school;
        selectors["period"] = period;
        const FigureAnswer answer = m_figures.answer({figure, std::move(selectors), {}});
        EXPECT_EQ(answer.status, FigureStatus::ok) << figure << " " << school << " " << period;
        return answer.value.value_or(-1);
    }

    const Workspace& m_workspace{test::sample_workspace()};
    const Figures m_figures{m_workspace.trust, {Audience::staff, {}, {}, nullptr}};
};

} // namespace

TEST_F(SampleConductTest,
       suspends_about_as_often_as_secondary_schools_of_england_and_seldom_in_primary_ones) {
    EXPECT_NEAR(in("year@2024/25", "suspensions.rate", "100004"), 20, 7);
    for (const auto* primary : {"100001", "100002", "100003"})
        EXPECT_LT(in("year@2024/25", "suspensions.rate", primary), 4) << primary;
    EXPECT_EQ(in("ytd", "suspensions.count", "100002"), 0) << "an empty list is a true zero";
}

TEST_F(SampleConductTest, loses_to_suspensions_the_sessions_that_registers_mark) {
    for (const auto* period : {"year@2024/25", "ytd"}) {
        const double marked = in(period, "attendance.sessions", "100004", {{"code", "E"}});
        EXPECT_LE(in(period, "suspensions.sessions", "100004"), marked) << period;
        EXPECT_GT(in(period, "suspensions.sessions", "100004"), marked - 10)
            << "all but those of an exclusion that was overturned, " << period;
    }
}

TEST_F(SampleConductTest, excludes_one_pupil_for_good_and_overturns_an_exclusion_in_each_year) {
    EXPECT_EQ(in("year@2024/25", "exclusions.count", "100004"), 1);
    EXPECT_EQ(in("ytd", "exclusions.count", "100004"), 0);
    std::map<std::size_t, int> overturned;
    for (const Incident& each : m_workspace.trust.school("100004")->incidents)
        if (each.kind == IncidentKind::exclusion && !each.stands)
            ++overturned[*m_workspace.trust.calendar.year_of(each.on)];
    EXPECT_EQ(overturned, (std::map<std::size_t, int>{{0, 1}, {1, 1}}));
}

TEST_F(SampleConductTest, lists_behaviour_of_some_pupils_more_often_of_those_with_send) {
    for (const auto* school : {"100001", "100002", "100003", "100004"})
        for (const auto* period : {"year@2024/25", "ytd"}) {
            EXPECT_NEAR(in(period, "behaviour.pupils", school), 28, 15) << school << " " << period;
            EXPECT_GT(in(period, "behaviour.incidents", school), 50) << school << " " << period;
        }
    EXPECT_GT(in("ytd", "behaviour.pupils", "100004", {{"group", "send"}}),
              in("ytd", "behaviour.pupils", "100004", {{"group", "not-send"}}) + 5);
    EXPECT_GT(in("ytd", "behaviour.pupils", "100004", {{"year", "10"}}),
              in("ytd", "behaviour.pupils", "100004") + 3);
}

TEST_F(SampleConductTest, has_staff_who_attend_about_as_those_of_england_do) {
    for (const auto* school : {"100001", "100002", "100003", "100004"})
        for (const auto* period : {"year@2024/25", "ytd"})
            EXPECT_NEAR(in(period, "staff.attendance", school), 97, 1.5) << school << " " << period;
    EXPECT_GT(in("ytd", "staff.attendance", "100002"), in("ytd", "staff.attendance", "100004"));
}

TEST_F(SampleConductTest, loses_of_staff_the_days_of_their_absences) {
    for (const School& school : m_workspace.trust.schools)
        for (const StaffYear& year : school.staff) {
            std::vector<std::int64_t> lost(year.members.size());
            for (const StaffAbsence& each : year.absences)
                lost[each.member] += each.lost;
            for (std::size_t i = 0; i < lost.size(); ++i)
                EXPECT_EQ(year.members[i].lost, lost[i]) << school.name << " " << i;
        }
}

} // namespace termbook
