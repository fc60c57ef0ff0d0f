// SPDX-License-Identifier: MPL-2.0
#include "core/figures/completeness.hpp"
#include "tests/core/made_up_trust.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace termbook {

/// A primary school that gave a list and marks of 2025/26, and key stage 2 results of the year before.
class CompletenessTest : public testing::Test {
  protected:
    CompletenessTest() : m_school(m_made.school("1", {day(2026, 3, 27)})) {
        m_made.trust.calendar = Calendar({year_2025_26(), year_2024_25()});
        m_made.pupils(m_school, 7, 6, "/\\");
        m_school.roll(0).sources = {source("list.csv", day(2026, 3, 27))};
        m_school.attendance.front().sources = {source("old.csv", day(2026, 1, 9)),
                                               source("new.csv", day(2026, 3, 27))};
        m_school.results.push_back({1, {}, {3}, {{Stage::ks2, source("ks2.csv", day(2025, 7, 8))}}});
    }

    std::size_t source(std::string file, Date as_at) {
        m_made.trust.sources.push_back({std::move(file), "a kind", "00", 7, as_at});
        return m_made.trust.sources.size() - 1;
    }

    KindOfExport kind(std::string_view key) const { return kind(m_school, key); }

    KindOfExport kind(const School& school, std::string_view key) const {
        const auto all = completeness(m_made.trust, school, year_of_completeness(m_made.trust));
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const KindOfExport& each) { return each.key == key; });
        EXPECT_NE(found, all.end()) << key;
        return *found;
    }

    std::string file(const KindOfExport& kind) const {
        return kind.last ? m_made.trust.sources[*kind.last].file : std::string();
    }

    MadeUpTrust m_made;
    School& m_school;
};

TEST_F(CompletenessTest, names_the_newest_export_and_how_far_it_goes) {
    EXPECT_EQ(kind("pupils").state, KindState::there);
    EXPECT_EQ(file(kind("pupils")), "list.csv");
    EXPECT_EQ(file(kind("attendance")), "new.csv");
    EXPECT_EQ(kind("attendance").last_session, day(2026, 3, 27));
    EXPECT_EQ(kind("attendance").note, "Marks to 27 March 2026");
}

TEST_F(CompletenessTest, says_what_is_missing) {
    EXPECT_EQ(kind("suspensions").state, KindState::missing);
    EXPECT_EQ(kind("suspensions").note, "No export for 2025/26");
    m_school.incident_logs.push_back({IncidentKind::suspension, 0, {0}});
    EXPECT_EQ(kind("suspensions").state, KindState::there) << "an export without a suspension is one";
    m_school.incident_logs.front().year = 1;
    EXPECT_EQ(kind("suspensions").state, KindState::earlier);
    EXPECT_EQ(kind("suspensions").note, "None for 2025/26; the last is of 2024/25");
}

TEST_F(CompletenessTest, expects_results_only_of_year_groups_that_the_school_has) {
    EXPECT_EQ(kind("results.ks4").state, KindState::not_expected);
    EXPECT_EQ(kind("results.ks4").note, "No pupils in Year 11");
    EXPECT_EQ(kind("results.tracker").state, KindState::missing);
}

TEST_F(CompletenessTest, expects_statutory_results_only_in_summer) {
    EXPECT_EQ(kind("results.ks2").state, KindState::not_due);
    EXPECT_EQ(kind("results.ks2").note, "Due in the summer; the last is of 2024/25");
    EXPECT_EQ(file(kind("results.ks2")), "ks2.csv");
    m_school.attendance.front().days = {day(2026, 7, 8)};
    EXPECT_EQ(kind("results.ks2").state, KindState::earlier);
    EXPECT_EQ(kind("results.ks2").note, "None for 2025/26; the last is of 2024/25");
    m_school.results.push_back({0, {}, {0}, {{Stage::ks2, 0}}});
    EXPECT_EQ(kind("results.ks2").state, KindState::there);
}

TEST_F(CompletenessTest, says_that_marks_end_before_another_schools) {
    m_made.school("2", {day(2026, 6, 1)});
    EXPECT_EQ(kind("attendance").note, "Marks to 27 March 2026; another school's go to 1 June 2026");
}

TEST_F(CompletenessTest, says_how_many_pupils_have_no_attendance_but_of_a_few_not) {
    m_made.trust.disclosure_threshold = 3;
    m_made.pupil(m_school, 4);
    EXPECT_EQ(kind("attendance").note, "Marks to 27 March 2026; fewer than 3 pupils on roll have none");
    m_made.pupil(m_school, 4);
    m_made.pupil(m_school, 4);
    m_made.pupil(m_school, 0);
    EXPECT_EQ(kind("attendance").note, "Marks to 27 March 2026; 3 pupils on roll have none")
        << "Reception need not have any";
}

TEST_F(CompletenessTest, is_of_the_trusts_latest_year_for_a_school_that_stopped) {
    School& stopped = m_made.school("2", {day(2024, 9, 2)});
    stopped.attendance.front().year = 1;
    stopped.attendance.front().sources = {source("last.csv", day(2025, 7, 1))};
    EXPECT_EQ(kind(stopped, "attendance").state, KindState::earlier);
    EXPECT_EQ(file(kind(stopped, "attendance")), "last.csv");
    EXPECT_EQ(kind(stopped, "pupils").note, "No export for 2025/26");
}

TEST_F(CompletenessTest, is_a_dimension_of_a_school_and_of_the_trust) {
    School& other = m_made.school("2");
    other.name = "Brookfield";
    other.attendance.clear();
    const Figures figures(m_made.trust, {});
    const auto of_school = figures.members("kind", {{"school", "1"}});
    EXPECT_EQ(of_school.front().fields.at("kind.name"), Field(std::string("Pupils")));
    EXPECT_EQ(of_school.front().fields.at("kind.state"), Field(std::string("Given")));
    EXPECT_EQ(of_school.front().fields.at("kind.as_at"), Field(std::string("27 March 2026")));
    const auto of_trust = figures.members("kind", {});
    ASSERT_EQ(of_trust.size(), of_school.size());
    EXPECT_EQ(of_trust.front().fields.at("kind.state"), Field(std::string("1 of 2 schools")));
    EXPECT_EQ(of_trust.front().fields.at("kind.note"), Field(std::string("Missing: Brookfield")));
    EXPECT_EQ(of_trust[6].fields.at("kind.key"), Field(std::string("results.ks4")));
    EXPECT_EQ(of_trust.back().fields.at("kind.note"), Field(std::string("Missing from all schools")));
}

} // namespace termbook
