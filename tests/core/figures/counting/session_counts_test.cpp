// SPDX-License-Identifier: MPL-2.0
#include "core/figures/counting/session_counts.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace termbook {

namespace {

class SessionCountsTest : public testing::Test {
  protected:
    SessionCounts counts(std::string_view period) const {
        return SessionCounts(m_made.trust.schools.front(), m_made.trust.codes,
                             m_made.trust.calendar.resolve(period, 0, {}));
    }

    MadeUpTrust m_made;
    School& m_school = m_made.school("1", {day(2026, 1, 5), day(2025, 9, 1), day(2025, 9, 2)});
};

} // namespace

TEST_F(SessionCountsTest, each_mark_falls_in_its_class) {
    m_made.pupils(m_school, 1, 4, "/LVIOX");
    const PupilSessions sessions = counts("year").pupil(0);
    EXPECT_EQ(sessions.detail, Detail::marks);
    EXPECT_EQ(sessions.possible, 5);
    EXPECT_EQ(sessions.present, 2);
    EXPECT_EQ(sessions.aea, 1);
    EXPECT_EQ(sessions.authorised, 1);
    EXPECT_EQ(sessions.unauthorised, 1);
    EXPECT_EQ(sessions.attended(), 3);
    EXPECT_EQ(sessions.absent(), 2);
}

TEST_F(SessionCountsTest, late_is_before_and_after_the_register_closed) {
    m_made.pupils(m_school, 1, 4, "L\\U\\/\\");
    EXPECT_EQ(counts("year").pupil(0).late, 2);
}

TEST_F(SessionCountsTest, a_missing_or_unknown_mark_is_counted_nowhere_but_told) {
    m_made.pupils(m_school, 1, 4, "-?/\\");
    const PupilSessions sessions = counts("year").pupil(0);
    EXPECT_EQ(sessions.possible, 2);
    EXPECT_EQ(sessions.missing, 1);
    EXPECT_EQ(sessions.unknown, 1);
}

TEST_F(SessionCountsTest, a_period_takes_its_own_days_in_whatever_order_they_were_met) {
    m_made.pupils(m_school, 1, 4, "II/\\O\\");
    EXPECT_EQ(counts("spring").pupil(0).authorised, 2);
    EXPECT_EQ(counts("spring").pupil(0).possible, 2);
    EXPECT_EQ(counts("autumn").pupil(0).possible, 4);
    EXPECT_EQ(counts("autumn").pupil(0).unauthorised, 1);
}

TEST_F(SessionCountsTest, marks_of_one_term_say_nothing_of_another) {
    m_made.pupils(m_school, 1, 4, "../\\");
    EXPECT_EQ(counts("spring").pupil(0).detail, Detail::nothing);
    EXPECT_EQ(counts("autumn").pupil(0).detail, Detail::marks);
}

TEST_F(SessionCountsTest, totals_answer_for_the_year_and_no_part_of_it) {
    m_made.pupil_with_totals(m_school, 4, {200, 10, 4});
    EXPECT_EQ(counts("year").pupil(0).detail, Detail::totals);
    EXPECT_EQ(counts("year").pupil(0).attended(), 186);
    EXPECT_EQ(counts("autumn").pupil(0).detail, Detail::nothing);
}

TEST_F(SessionCountsTest, marks_go_before_totals_that_they_cover) {
    m_made.pupils(m_school, 1, 4, "/\\");
    m_school.attendance.front().totals = {AttendanceTotals{2, 1, 1}};
    EXPECT_EQ(counts("year").pupil(0).detail, Detail::marks);
    EXPECT_EQ(counts("year").pupil(0).attended(), 2);
}

TEST_F(SessionCountsTest, a_few_marks_are_not_the_year_that_the_totals_count) {
    m_made.pupils(m_school, 1, 4, "/\\");
    m_school.attendance.front().totals = {AttendanceTotals{200, 10, 4}};
    EXPECT_EQ(counts("year").pupil(0).detail, Detail::totals);
    EXPECT_EQ(counts("year").pupil(0).possible, 200);
}

TEST_F(SessionCountsTest, sessions_are_counted_by_code) {
    m_made.pupils(m_school, 1, 4, "IIO/");
    EXPECT_EQ(counts("year").sessions_of(0, m_made.trust.codes.id("I")), 2);
    EXPECT_EQ(counts("year").sessions_of(0, m_made.trust.codes.id("C2")), 0);
}

RC_GTEST_FIXTURE_PROP(SessionCountsTest, totals_equal_their_parts, ()) {
    const auto marks =
        *rc::gen::container<std::string>(rc::gen::element('/', '\\', 'L', 'V', 'I', 'O', 'U', 'X', '-'));
    m_school.attendance.front().days.clear();
    for (std::size_t i = 0; i < marks.size(); i += 2)
        m_school.attendance.front().days.push_back(day(2025, 9, 1) + std::chrono::days{i / 2});
    m_made.pupils(m_school, 1, 4, marks);
    const SessionCounts counted = counts("year");
    const PupilSessions& sessions = counted.pupil(0);
    std::int64_t by_code = 0;
    for (const AttendanceCode& code : m_made.trust.codes.codes())
        by_code += counted.sessions_of(0, m_made.trust.codes.id(code.code));
    RC_ASSERT(by_code == static_cast<std::int64_t>(std::min<std::size_t>(marks.size(), 2 * 365)));
    RC_ASSERT(sessions.possible == sessions.attended() + sessions.absent());
    RC_ASSERT(sessions.attended() == sessions.present + sessions.aea);
}

} // namespace termbook
