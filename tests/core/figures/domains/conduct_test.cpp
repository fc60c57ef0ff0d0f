// SPDX-License-Identifier: MPL-2.0
// Suspensions, permanent exclusions and behaviour incidents, counted by hand.
#include "core/diagnostics/error.hpp"
#include "core/figures/figures.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::ElementsAre;
using testing::IsEmpty;

/// Eight pupils: four of Year 7, of whom two are disadvantaged, and four of Year 8. All logs are kept.
class ConductTest : public testing::Test {
  protected:
    ConductTest() : m_school(m_made.school("1", {})) {
        m_school.attendance.clear();
        for (int i = 0; i < 8; ++i)
            m_made.pupil(m_school, i < 4 ? 7 : 8).is.set(Characteristic::pupil_premium, i < 2);
        for (const IncidentKind kind :
             {IncidentKind::suspension, IncidentKind::exclusion, IncidentKind::behaviour})
            m_school.incident_logs.push_back({kind, 0, {}});
    }

    void happened(std::size_t pupil, IncidentKind kind, Date on, std::string type,
                  std::optional<std::int64_t> sessions = {}, bool stands = true) {
        m_school.incidents.push_back({pupil, kind, on, std::move(type), sessions, stands});
    }
    std::int64_t count(std::string figure, Selectors selectors = {}) {
        return m_made.answer(std::move(figure), std::move(selectors)).numerator.value_or(-1);
    }
    std::vector<std::string> members(std::string_view dimension, std::string_view figure = {}) {
        std::vector<std::string> found;
        for (const Member& member : Figures(m_made.trust, {}).members(dimension, {}, find_figure(figure)))
            found.push_back(std::get<std::string>(member.fields.at(std::string(dimension) + ".key")));
        return found;
    }

    MadeUpTrust m_made;
    School& m_school;
};

TEST_F(ConductTest, what_was_cancelled_or_not_upheld_is_in_no_figure_but_said) {
    happened(0, IncidentKind::suspension, day(2025, 10, 6), "Damage", 4);
    happened(4, IncidentKind::suspension, day(2025, 10, 7), "Damage", 6, false);
    happened(5, IncidentKind::exclusion, day(2025, 10, 8), "Theft", 0, false);
    EXPECT_EQ(count("suspensions.count"), 1);
    EXPECT_EQ(count("suspensions.sessions"), 4);
    EXPECT_EQ(count("exclusions.count"), 0);
    EXPECT_THAT(m_made.answer("suspensions.count").left_out,
                ElementsAre("1 incident was cancelled or not upheld: not counted"));
    EXPECT_THAT(m_made.answer("suspensions.count", {{"year", "7"}}).left_out, IsEmpty());
    EXPECT_THAT(members("type"), ElementsAre("Damage")) << "Theft was of an exclusion that does not stand";
}

TEST_F(ConductTest, sessions_lost_to_suspensions_of_no_known_length_are_no_zero) {
    EXPECT_EQ(count("suspensions.sessions"), 0) << "nobody was suspended";
    happened(0, IncidentKind::suspension, day(2025, 10, 6), "Damage");
    const FigureAnswer unknown = m_made.answer("suspensions.sessions");
    EXPECT_EQ(unknown.status, FigureStatus::no_data);
    EXPECT_EQ(unknown.reason, "the exports do not say how long suspensions were");
    EXPECT_EQ(count("suspensions.count"), 1);
    EXPECT_EQ(count("suspensions.sessions", {{"year", "8"}}), 0);
    happened(4, IncidentKind::suspension, day(2025, 10, 7), "Damage", 6);
    EXPECT_EQ(count("suspensions.sessions"), 6);
    EXPECT_THAT(m_made.answer("suspensions.sessions").left_out,
                ElementsAre("1 pupil has a suspension whose length was not exported: its sessions are not "
                            "counted"));
}

TEST_F(ConductTest, suspensions_are_told_apart_by_reason_group_year_day_and_term) {
    happened(0, IncidentKind::suspension, day(2025, 10, 6), "Damage"); // a Monday
    happened(0, IncidentKind::suspension, day(2026, 1, 12), "Theft");  // a Monday
    happened(3, IncidentKind::suspension, day(2026, 1, 14), "Damage"); // a Wednesday
    happened(7, IncidentKind::suspension, day(2026, 1, 17), "Damage"); // a Saturday
    EXPECT_EQ(count("suspensions.count", {{"type", "Damage"}}), 3);
    EXPECT_EQ(count("suspensions.count", {{"group", "pp"}}), 2);
    EXPECT_EQ(m_made.answer("suspensions.rate", {{"group", "pp"}}).denominator, 2);
    EXPECT_EQ(count("suspensions.count", {{"year", "8"}}), 1);
    EXPECT_EQ(count("suspensions.count", {{"weekday", "monday"}}), 2);
    EXPECT_EQ(count("suspensions.count", {{"weekday", "Saturday"}, {"type", "Theft"}}), 0);
    EXPECT_EQ(count("suspensions.count", {{"period", "autumn"}}), 1);
    EXPECT_EQ(count("suspensions.pupils", {{"period", "spring"}}), 3);
    EXPECT_EQ(m_made.answer("suspensions.count", {{"weekday", "monday"}, {"type", "Theft"}}).title,
              "Suspensions: Theft: Monday");
}

TEST_F(ConductTest, suspensions_and_exclusions_are_shares_of_the_roll_on_the_january_census_day) {
    auto& places = m_school.rolls.front().pupils;
    places[0]->left = day(2025, 11, 1);   // suspended in autumn, and gone by January
    places[1]->left = day(2026, 1, 15);   // gone on the day
    places[6]->joined = day(2026, 1, 15); // there from the day on
    places[7]->joined = day(2026, 2, 1);  // suspended in spring, and not there in January
    happened(0, IncidentKind::suspension, day(2025, 10, 6), "Damage");
    happened(0, IncidentKind::exclusion, day(2025, 10, 20), "Damage");
    happened(7, IncidentKind::suspension, day(2026, 2, 9), "Damage");
    happened(7, IncidentKind::suspension, day(2026, 3, 9), "Damage");
    happened(7, IncidentKind::behaviour, day(2026, 3, 9), "Damage");
    const auto counts = [&](std::string figure, Selectors selectors) {
        const FigureAnswer answer = m_made.answer(std::move(figure), std::move(selectors));
        return std::pair(answer.numerator.value_or(-1), answer.denominator.value_or(-1));
    };
    const Selectors year{{"period", "year"}};
    EXPECT_EQ(counts("suspensions.rate", year), std::pair(3L, 5L));
    EXPECT_EQ(counts("suspensions.rate", {{"period", "autumn"}}), std::pair(1L, 5L)) << "of the same roll";
    EXPECT_EQ(counts("suspensions.pupils", year), std::pair(2L, 5L));
    EXPECT_EQ(counts("suspensions.pupils", {{"period", "year"}, {"year", "8"}}), std::pair(1L, 3L));
    EXPECT_EQ(counts("exclusions.rate", year), std::pair(1L, 5L));
    EXPECT_EQ(counts("behaviour.pupils", year), std::pair(1L, 8L))
        << "of everybody who was there in the year";
    EXPECT_EQ(m_made.answer("suspensions.rate", {{"group", "pp"}}).status, FigureStatus::not_applicable)
        << "nobody of the group was there in January";
}

TEST_F(ConductTest, dimensions_list_what_happened_and_what_the_figure_counts) {
    EXPECT_THAT(members("weekday"), IsEmpty());
    happened(0, IncidentKind::suspension, day(2025, 10, 6), "Damage");
    happened(1, IncidentKind::exclusion, day(2025, 10, 7), "Assault");
    happened(2, IncidentKind::behaviour, day(2025, 10, 11), "Chewing gum"); // a Saturday
    EXPECT_THAT(members("type"), ElementsAre("Assault", "Chewing gum", "Damage"));
    EXPECT_THAT(members("type", "behaviour.incidents"), ElementsAre("Chewing gum"));
    EXPECT_THAT(members("reason"), ElementsAre("Assault", "Damage"));
    EXPECT_THAT(members("reason", "suspensions.rate"), ElementsAre("Damage"));
    EXPECT_THAT(members("weekday", "suspensions.rate"),
                ElementsAre("monday", "tuesday", "wednesday", "thursday", "friday"));
    EXPECT_THAT(members("weekday", "behaviour.incidents"),
                ElementsAre("monday", "tuesday", "wednesday", "thursday", "friday", "saturday"));
    EXPECT_EQ(Figures(m_made.trust, {}).members("reason", {})[0].selectors, (Selectors{{"type", "Assault"}}));
}

TEST_F(ConductTest, terms_are_those_begun_by_the_last_incident_where_no_mark_has_a_date) {
    EXPECT_THAT(members("term"), IsEmpty());
    happened(0, IncidentKind::suspension, day(2026, 1, 12), "Damage");
    EXPECT_THAT(members("term"), ElementsAre("term1@2025/26", "term2@2025/26"));
}

TEST_F(ConductTest, an_export_says_nothing_of_days_after_it_was_made) {
    m_made.trust.sources.push_back({"exports/suspensions.csv", "Suspensions", "", 0, day(2025, 12, 1)});
    m_school.incident_logs.front().sources = {0};
    EXPECT_EQ(count("suspensions.count", {{"period", "autumn"}}), 0);
    EXPECT_EQ(m_made.answer("suspensions.count", {{"period", "spring"}}).status, FigureStatus::no_data);
}

TEST_F(ConductTest, who_is_known_for_an_incident_only_is_no_share_of_the_roll) {
    happened(0, IncidentKind::suspension, day(2025, 10, 6), "Damage");
    for (auto& place : m_school.rolls.front().pupils)
        place->reckoned = true;
    EXPECT_EQ(count("suspensions.count"), 1);
    const FigureAnswer rate = m_made.answer("suspensions.rate");
    EXPECT_EQ(rate.status, FigureStatus::no_data);
    EXPECT_EQ(rate.reason, "no list of pupils for this year, whom this is a share of");
}

TEST_F(ConductTest, a_target_is_missed_since_the_month_in_which_the_rate_so_far_passed_it) {
    happened(0, IncidentKind::suspension, day(2025, 10, 6), "Damage"); // 12.5%
    happened(0, IncidentKind::suspension, day(2025, 12, 1), "Damage"); // 25%
    m_made.trust.targets = {{"suspensions.rate", 20, false}};
    const Figures figures(m_made.trust, {});
    const FigureRequest autumn{"suspensions.rate", {{"period", "autumn"}}, {}};
    EXPECT_EQ(figures.target_status(autumn), TargetStatus::off_track);
    EXPECT_EQ(figures.off_target_since(autumn)->key, "month:2025-12");
}

TEST_F(ConductTest, of_what_few_pupils_do_the_public_is_told_nothing) {
    m_made.trust.disclosure_threshold = 6;
    for (std::size_t pupil = 0; pupil < 3; ++pupil) {
        happened(pupil, IncidentKind::suspension, day(2025, 10, 6), "Damage", 1);
        happened(pupil, IncidentKind::behaviour, day(2025, 10, 6), "Lateness");
    }
    happened(3, IncidentKind::exclusion, day(2025, 10, 7), "Theft");
    const auto status = [&](std::string_view figure, Audience audience) {
        return m_made.answer(std::string(figure), {}, {}, {audience, {}, {}}).status;
    };
    for (const FigureDefinition& definition : catalogue())
        if (is_of_incidents(definition.basis)) {
            EXPECT_EQ(status(definition.key, Audience::governors), FigureStatus::ok) << definition.key;
            EXPECT_EQ(status(definition.key, Audience::public_), FigureStatus::suppressed) << definition.key;
        }
    for (std::size_t times = 0; times < 3; ++times)
        happened(0, IncidentKind::behaviour, day(2025, 10, 8), "Lateness");
    EXPECT_EQ(status("behaviour.incidents", Audience::public_), FigureStatus::ok);
}

TEST_F(ConductTest, a_day_of_the_week_wants_a_figure_of_incidents_and_a_day) {
    const auto refusal = [&](std::string figure, std::string weekday) {
        try {
            m_made.answer(std::move(figure), {{"weekday", std::move(weekday)}});
            return std::string("no refusal");
        } catch (const Error& error) {
            return error.found();
        }
    };
    EXPECT_EQ(refusal("pupils.roll", "monday"), "pupils.roll with a weekday");
    EXPECT_EQ(refusal("suspensions.count", "moonday"), "weekday=moonday");
}

} // namespace termbook
