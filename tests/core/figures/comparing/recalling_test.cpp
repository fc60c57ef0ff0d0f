// SPDX-License-Identifier: MPL-2.0
// What answers when the exports of a year are gone.
#include "core/figures/comparing/capturing.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class RecallingTest : public testing::Test {
  protected:
    RecallingTest() : m_school(m_made.school("1", {day(2025, 9, 1), day(2026, 1, 5)})) {
        m_made.trust.sources.push_back({"exports/a.csv", "made up", "a1", 9, day(2026, 1, 6)});
        m_school.attendance.front().sources = {0};
        m_made.pupils(m_school, 8, 4, "/\\I\\", {}, Sex::female);
        m_made.pupils(m_school, 7, 5, "I\\/\\", {}, Sex::male);
    }

    /// Captures everything, then takes the exports away.
    void capture_and_forget() {
        Capturing capturing(m_made.trust);
        for (const std::string& period : periods_to_capture(m_made.trust))
            for (const std::string school : {"trust", "1"})
                capturing.add_all(school, period);
        m_made.trust.captures = capturing.captured();
        m_made.trust.captures.file = "captures.sqlite";
        m_made.trust.captures.runs = {{1, std::chrono::sys_days(day(2026, 8, 12)), "A. Clerk", "1"}};
        m_school.attendance.clear();
        m_school.rolls.clear();
        m_school.pupils.clear();
        m_made.trust.sources.clear();
    }

    FigureAnswer answer(const std::string& figure, Selectors selectors, std::string against = {},
                        Audience audience = Audience::governors) const {
        return m_made.answer(figure, std::move(selectors), std::move(against), {audience, {}, {}});
    }

    MadeUpTrust m_made;
    School& m_school;
};

TEST_F(RecallingTest, the_same_figures_come_back) {
    const std::vector<Selectors> asked = {
        {{"school", "1"}, {"period", "autumn"}},  {{"period", "spring"}, {"year", "4"}},
        {{"period", "year"}, {"sex", "girls"}},   {{"period", "term1"}, {"year", "Y5"}},
        {{"period", "autumn"}, {"gap", "girls"}}, {{"period", "autumn"}, {"year", "9"}}};
    std::vector<FigureAnswer> before;
    for (const Selectors& selectors : asked)
        before.push_back(answer("attendance.rate", selectors));
    capture_and_forget();
    for (std::size_t i = 0; i + 1 < asked.size(); ++i) {
        const FigureAnswer after = answer("attendance.rate", asked[i]);
        EXPECT_EQ(after.status, FigureStatus::ok) << after.mark();
        EXPECT_EQ(after.mark(), before[i].mark());
        EXPECT_EQ(after.value, before[i].value);
        EXPECT_EQ(after.numerator, before[i].numerator);
        EXPECT_EQ(after.denominator, before[i].denominator);
        EXPECT_EQ(after.unit, before[i].unit);
        EXPECT_EQ(coverage(after), coverage(before[i]));
    }
    EXPECT_EQ(answer("attendance.rate", asked.back()).status, FigureStatus::no_data)
        << "what was never captured has no value";
}

TEST_F(RecallingTest, an_answer_from_a_capture_says_so_and_names_the_exports_of_then) {
    capture_and_forget();
    const FigureAnswer recalled = answer("attendance.rate", {{"period", "autumn"}});
    ASSERT_EQ(recalled.sources.size(), 2u);
    EXPECT_EQ(recalled.sources[0].file, "captures.sqlite, captured 12 August 2026 by A. Clerk");
    EXPECT_EQ(recalled.sources[0].as_at, day(2026, 8, 12));
    EXPECT_EQ(recalled.sources[1].file, "exports/a.csv");
    EXPECT_EQ(recalled.sources[1].sha256, "a1");
    EXPECT_THAT(recalled.left_out, IsEmpty());
}

TEST_F(RecallingTest, terms_are_compared_with_captured_ones) {
    m_made.trust.calendar = Calendar({year_2025_26(), year_2024_25()});
    m_school.attendance.front().year = 1;
    m_school.attendance.front().days = {day(2024, 9, 2), day(2025, 1, 6)};
    m_school.rolls.front().year = 1;
    capture_and_forget();
    School& now = m_school;
    now.attendance.emplace_back().days = {day(2025, 9, 1)};
    m_made.pupils(now, 4, 4, "/\\");
    EXPECT_DOUBLE_EQ(*answer("attendance.rate", {{"period", "autumn"}}, "last-year").value,
                     100.0 - 100.0 * 23 / 30);
    EXPECT_EQ(answer("attendance.rate", {{"period", "autumn"}}, "last-year").working,
              "100.0% against 76.7% (Autumn term 2024/25)");
    EXPECT_EQ(answer("attendance.rate", {{"period", "term1"}}, "last-year").status, FigureStatus::ok);
}

TEST_F(RecallingTest, the_terms_of_a_year_without_exports_are_those_captured) {
    capture_and_forget();
    std::vector<std::string> names;
    for (const Member& term : Figures(m_made.trust, {}).members("term", {{"period", "year"}}))
        names.push_back(std::get<std::string>(term.fields.at("term.name")));
    EXPECT_THAT(names, ElementsAre("Autumn 2025/26", "Spring 2025/26"));
}

TEST_F(RecallingTest, where_the_exports_answer_they_win) {
    const auto whole = m_made.trust;
    capture_and_forget();
    const Captures captures = m_made.trust.captures;
    m_made.trust = whole;
    m_made.trust.captures = captures;
    m_made.trust.captures.figures.front().value = 1;
    const FigureAnswer counted = answer(captures.figures.front().figure, {{"period", "autumn"}});
    EXPECT_NE(counted.value, 1);
    EXPECT_EQ(counted.sources.size(), 1u);
}

TEST_F(RecallingTest, what_was_withheld_stays_withheld_from_everybody) {
    m_made.trust.disclosure_threshold = 8;
    capture_and_forget();
    m_made.trust.disclosure_threshold = 0;
    const FigureAnswer recalled =
        answer("attendance.rate", {{"period", "autumn"}, {"year", "5"}}, {}, Audience::staff);
    EXPECT_EQ(recalled.status, FigureStatus::suppressed);
    EXPECT_EQ(recalled.reason, "withheld when it was captured");
    EXPECT_FALSE(recalled.value);
}

TEST_F(RecallingTest, a_higher_threshold_withholds_what_was_captured_under_a_lower_one) {
    capture_and_forget();
    m_made.trust.disclosure_threshold = 8;
    const auto status = [&](const Selectors& selectors, Audience audience = Audience::governors) {
        return answer("attendance.rate", selectors, {}, audience).status;
    };
    const Selectors small{{"period", "autumn"}, {"year", "5"}};
    EXPECT_EQ(status(small), FigureStatus::suppressed);
    EXPECT_EQ(status({{"period", "autumn"}, {"year", "4"}}), FigureStatus::suppressed)
        << "the total less Year 4 would tell Year 5";
    EXPECT_EQ(status({{"period", "autumn"}}), FigureStatus::ok);
    EXPECT_EQ(status(small, Audience::staff), FigureStatus::ok);
}

TEST_F(RecallingTest, the_public_is_not_told_a_few_pupils_by_a_capture_either) {
    m_made.trust.disclosure_threshold = 6;
    m_made.pupils(m_school, 2, 5, "/\\II");
    capture_and_forget();
    const Selectors two_of_nine{{"period", "spring"}, {"year", "5"}};
    EXPECT_EQ(answer("attendance.severe", two_of_nine).status, FigureStatus::ok);
    EXPECT_EQ(answer("attendance.severe", two_of_nine, {}, Audience::public_).status,
              FigureStatus::suppressed);
}

TEST_F(RecallingTest, another_definition_and_a_capture_before_the_end_are_said) {
    capture_and_forget();
    for (CapturedFigure& figure : m_made.trust.captures.figures)
        figure.definition = "0123456789abcdef";
    m_made.trust.captures.runs.front().at = std::chrono::sys_days(day(2025, 12, 12));
    const std::string today = version_of(*find_figure("attendance.rate"));
    EXPECT_THAT(
        answer("attendance.rate", {{"period", "autumn"}}).left_out,
        ElementsAre("captured on 12 December 2025, before the period was over",
                    "counted by another definition than today's: 0123456789abcdef then, " + today + " now"));
}

TEST_F(RecallingTest, a_year_to_date_ends_where_it_ended_when_it_was_captured) {
    Capturing capturing(m_made.trust);
    capturing.add("trust", "ytd", {"attendance.rate", {}, {}});
    const Captures to_date = capturing.captured();
    capture_and_forget();
    m_made.trust.captures.add(to_date.figures.front());
    const FigureAnswer recalled = answer("attendance.rate", {{"period", "ytd"}});
    EXPECT_EQ(recalled.period.name, "2025/26 to 5 January 2026");
    EXPECT_EQ(recalled.period.to, day(2026, 1, 5));
    EXPECT_EQ(recalled.mark(), "attendance.rate period=ytd@2025/26 school=trust");
    EXPECT_THAT(recalled.left_out, IsEmpty());
}

TEST_F(RecallingTest, terms_that_have_been_given_other_days_are_said) {
    capture_and_forget();
    AcademicYear moved = year_2025_26();
    moved.terms[0].to = day(2025, 12, 18);
    m_made.trust.calendar = Calendar({moved});
    const FigureAnswer recalled = answer("attendance.rate", {{"period", "autumn"}});
    EXPECT_EQ(recalled.period.to, day(2025, 12, 19));
    EXPECT_THAT(recalled.left_out, Contains(HasSubstr("captured for 1 September 2025 to 19 December 2025")));
}

TEST_F(RecallingTest, of_a_weekday_nothing_was_captured) {
    m_school.incident_logs.push_back({IncidentKind::behaviour, 0, {}});
    m_school.incidents.push_back({0, IncidentKind::behaviour, day(2025, 9, 1), "Defiance", 0, true});
    capture_and_forget();
    m_school.incident_logs.clear();
    m_school.incidents.clear();
    EXPECT_EQ(answer("behaviour.incidents", {{"period", "autumn"}}).numerator, 1);
    EXPECT_EQ(answer("behaviour.incidents", {{"period", "autumn"}, {"weekday", "sunday"}}).status,
              FigureStatus::no_data);
}

TEST_F(RecallingTest, a_figure_captured_in_another_unit_is_not_shown) {
    capture_and_forget();
    for (CapturedFigure& figure : m_made.trust.captures.figures)
        figure.unit = "score";
    const FigureAnswer recalled = answer("attendance.rate", {{"period", "autumn"}});
    EXPECT_EQ(recalled.status, FigureStatus::no_data);
    EXPECT_THAT(recalled.reason, HasSubstr("captures.sqlite has it in another unit: score"));
}

TEST(Coverage, a_school_that_exported_nobody_for_a_year_is_one_of_those_asked) {
    MadeUpTrust made;
    made.pupils(made.school("1"), 8, 4, "/\\");
    School& silent = made.school("2");
    made.pupils(silent, 8, 4, "/\\");
    silent.rolls.clear();
    silent.attendance.clear();
    EXPECT_EQ(coverage(made.answer("attendance.rate")), "1 of 2 schools");
}

} // namespace termbook
