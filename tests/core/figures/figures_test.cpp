// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"
#include "core/figures/figures.hpp"
#include "tests/core/made_up_trust.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class FiguresTest : public testing::Test {
  protected:
    MadeUpTrust m_made;
};

TEST_F(FiguresTest, sum_the_sessions_before_they_divide) {
    School& large = m_made.school("1", {day(2025, 9, 1), day(2025, 9, 2)});
    m_made.pupils(large, 9, 4, "/\\/\\");
    School& small = m_made.school("2");
    m_made.pupils(small, 1, 4, "II");
    const FigureAnswer answer = m_made.answer("attendance.rate");
    EXPECT_EQ(answer.numerator, 36);
    EXPECT_EQ(answer.denominator, 38);
    EXPECT_DOUBLE_EQ(*answer.value, 100.0 * 36 / 38);
    EXPECT_EQ(coverage(answer), "2 of 2 schools");
    EXPECT_EQ(answer.who, "Made-up Trust");
}

TEST_F(FiguresTest, count_years_1_to_11_and_pupils_without_a_year) {
    School& school = m_made.school("1");
    m_made.pupils(school, 1, 0, "II");
    m_made.pupils(school, 1, 4, "/\\");
    m_made.pupils(school, 1, 12, "II");
    m_made.pupils(school, 1, std::nullopt, "I\\");
    const FigureAnswer answer = m_made.answer("attendance.rate");
    EXPECT_EQ(answer.numerator, 3);
    EXPECT_EQ(answer.denominator, 4);
    EXPECT_THAT(answer.left_out, ElementsAre("1 pupil has no year group: counted"));
    EXPECT_EQ(m_made.answer("attendance.rate", {{"year", "R"}}).numerator, 0);
}

TEST_F(FiguresTest, of_persistent_absence_begin_at_a_tenth_and_of_severe_at_a_half) {
    std::vector<Date> days;
    for (unsigned number = 1; number <= 10; ++number)
        days.push_back(day(2025, 9, number));
    School& school = m_made.school("1", days);
    m_made.pupils(school, 1, 4, "/\\/\\/\\/\\/\\/\\/\\/\\/\\I\\"); // 1 of 20
    m_made.pupils(school, 1, 4, "/\\/\\/\\/\\/\\/\\/\\/\\/\\II");  // 2 of 20: a tenth
    m_made.pupils(school, 1, 4, "/\\/\\/\\/\\/\\OOOOOOOOOO");      // a half
    m_made.pupils(school, 1, 4, "XXXXXXXXXXXXXXXXXXXX");           // never possible: not in the denominator
    const FigureAnswer persistent = m_made.answer("attendance.persistent");
    EXPECT_EQ(persistent.numerator, 2);
    EXPECT_EQ(persistent.denominator, 3);
    EXPECT_EQ(m_made.answer("attendance.severe").numerator, 1);
    EXPECT_EQ(m_made.answer("attendance.pupils").numerator, 3);
}

TEST_F(FiguresTest, of_a_code_are_its_sessions) {
    School& school = m_made.school("1");
    m_made.pupils(school, 3, 4, "I\\");
    EXPECT_EQ(m_made.answer("attendance.reason", {{"code", "I"}}).numerator, 3);
    EXPECT_EQ(m_made.answer("attendance.reason", {{"code", "I"}}).denominator, 6);
    EXPECT_EQ(m_made.answer("attendance.reason", {{"code", "O"}}).numerator, 0);
    EXPECT_EQ(m_made.answer("attendance.sessions", {{"code", "X"}}).numerator, 0);
}

TEST_F(FiguresTest, have_no_data_where_totals_are_asked_for_a_term_or_a_reason) {
    School& school = m_made.school("1", {});
    m_made.pupil_with_totals(school, 4, {200, 10, 4});
    EXPECT_DOUBLE_EQ(*m_made.answer("attendance.rate").value, 93.0);
    const FigureAnswer term = m_made.answer("attendance.rate", {{"period", "autumn"}});
    EXPECT_EQ(term.status, FigureStatus::no_data);
    EXPECT_FALSE(term.value || term.numerator || term.denominator);
    const FigureAnswer reason = m_made.answer("attendance.reason", {{"code", "I"}});
    EXPECT_EQ(reason.status, FigureStatus::no_data);
    EXPECT_EQ(reason.reason, "the exports give totals without reasons or dates");
}

TEST_F(FiguresTest, have_no_data_for_a_season_of_which_the_year_has_no_term) {
    AcademicYear year = year_2025_26();
    year.terms.pop_back();
    m_made.trust.calendar = Calendar({year, year_2024_25()});
    m_made.pupils(m_made.school("1"), 9, 4, "/\\");
    for (const char* season : {"summer", "summer@2025/26", "summer@2024/25"}) {
        const FigureAnswer answer = m_made.answer("attendance.rate", {{"period", season}});
        EXPECT_EQ(answer.status, FigureStatus::no_data);
        EXPECT_THAT(answer.reason,
                    testing::MatchesRegex("Summer term 202./2. has no <term> in termbook.xml"));
    }
    EXPECT_THROW(m_made.answer("attendance.rate", {{"period", "winter"}}), Error);
    EXPECT_THROW(m_made.answer("attendance.rate", {{"period", "summer@2019/20"}}), Error);
    EXPECT_THROW(m_made.answer("attendance.rate", {{"period", "term3"}}), Error);
    const Figures asked_for_it(m_made.trust, {Audience::governors, "", "summer", nullptr});
    EXPECT_THROW(asked_for_it.answer({"attendance.rate", {}, {}}), Error) << "a call may still be refused";
}

TEST_F(FiguresTest, of_reasons_leave_out_the_few_pupils_of_whom_there_are_totals) {
    School& school = m_made.school("1");
    m_made.pupils(school, 3, 4, "I\\");
    m_made.pupil_with_totals(school, 4, {200, 10, 4});
    const FigureAnswer reason = m_made.answer("attendance.reason", {{"code", "I"}});
    EXPECT_EQ(reason.numerator, 3);
    EXPECT_EQ(reason.denominator, 6);
    EXPECT_THAT(reason.left_out, ElementsAre("1 pupil has totals without reasons or dates: not counted"));
    for (int i = 0; i < 3; ++i)
        m_made.pupil_with_totals(school, 4, {200, 10, 4});
    EXPECT_EQ(m_made.answer("attendance.reason", {{"code", "I"}}).status, FigureStatus::no_data)
        << "marks of three in seven say nothing of the school";
}

TEST_F(FiguresTest, of_totals_in_a_year_to_date_say_that_they_may_be_of_other_days) {
    School& school = m_made.school("1");
    m_made.pupils(school, 3, 4, "I\\");
    m_made.pupil_with_totals(school, 4, {200, 10, 4});
    EXPECT_THAT(
        m_made.answer("attendance.rate").left_out,
        ElementsAre("1 pupil is counted by totals, which may reach another day than 1 September 2025"));
    EXPECT_THAT(m_made.answer("attendance.rate", {{"period", "year"}}).left_out, IsEmpty());
}

TEST_F(FiguresTest, of_a_year_to_date_end_with_each_schools_own_last_day_whoever_is_asked_first) {
    m_made.pupils(m_made.school("1"), 6, 4, "/\\");
    m_made.pupils(m_made.school("2", {day(2025, 9, 1), day(2025, 9, 2)}), 6, 4, "/\\II");
    const std::vector<std::pair<std::string, double>> expected{{"1", 100}, {"2", 50}, {"trust", 200 / 3.0}};
    std::vector<std::size_t> order{0, 1, 2};
    do {
        for (const std::int64_t threshold : {0, 6}) {
            m_made.trust.disclosure_threshold = threshold;
            const Figures figures(m_made.trust, {Audience::governors, {}, {}});
            for (const std::size_t i : order) {
                const auto& [school, rate] = expected[i];
                EXPECT_DOUBLE_EQ(*figures.answer({"attendance.rate", {{"school", school}}, {}}).value, rate)
                    << school;
            }
            EXPECT_DOUBLE_EQ(*figures.answer({"attendance.rate", {{"school", "1"}}, "trust"}).value, 0)
                << "on its own days the other school was there, too";
        }
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_F(FiguresTest, have_no_data_and_no_silent_zero_for_a_term_without_marks) {
    m_made.pupils(m_made.school("1"), 10, 4, "/\\");
    for (const auto* figure :
         {"attendance.rate", "attendance.possible", "attendance.pupils", "attendance.persistent"})
        EXPECT_EQ(m_made.answer(figure, {{"period", "summer"}}).status, FigureStatus::no_data) << figure;
}

TEST_F(FiguresTest, are_not_applicable_where_nobody_is_meant) {
    m_made.pupils(m_made.school("1"), 10, 4, "/\\");
    EXPECT_EQ(m_made.answer("attendance.rate", {{"year", "9"}}).status, FigureStatus::not_applicable);
    EXPECT_EQ(m_made.answer("attendance.rate", {{"class", "no such"}}).status, FigureStatus::not_applicable);
}

TEST_F(FiguresTest, are_not_applicable_without_a_possible_session) {
    m_made.pupils(m_made.school("1"), 10, 4, "XX");
    EXPECT_EQ(m_made.answer("attendance.rate").status, FigureStatus::not_applicable);
    EXPECT_EQ(m_made.answer("attendance.possible").numerator, 0);
}

TEST_F(FiguresTest, of_a_trust_need_data_from_enough_of_its_schools) {
    m_made.pupils(m_made.school("1"), 10, 4, "/\\");
    m_made.school("2");
    EXPECT_EQ(coverage(m_made.answer("attendance.rate")), "1 of 2 schools");
    EXPECT_EQ(m_made.answer("attendance.rate").status, FigureStatus::ok);
    m_made.school("3");
    const FigureAnswer answer = m_made.answer("attendance.rate");
    EXPECT_EQ(answer.status, FigureStatus::no_data);
    EXPECT_EQ(answer.reason, "too few schools gave data: 1 of 3 schools");
}

TEST_F(FiguresTest, of_a_year_group_ask_the_schools_that_have_it) {
    m_made.pupils(m_made.school("1"), 10, 7, "/\\");
    for (const auto* primary : {"2", "3", "4"})
        m_made.pupils(m_made.school(primary), 10, 4, "/\\");
    const FigureAnswer answer = m_made.answer("attendance.rate", {{"year", "7"}});
    EXPECT_EQ(answer.status, FigureStatus::ok);
    EXPECT_EQ(coverage(answer), "1 of 1 school");
}

TEST_F(FiguresTest, tell_of_missing_and_unknown_marks) {
    m_made.pupils(m_made.school("1"), 1, 4, "-?");
    m_made.pupils(m_made.trust.schools.front(), 1, 4, "/\\");
    EXPECT_THAT(m_made.answer("attendance.rate").left_out,
                ElementsAre("1 session without a mark: not counted",
                            "1 session with a mark that is no national code: not counted"));
}

TEST_F(FiguresTest, on_few_pupils_are_withheld_and_so_is_what_they_could_be_worked_out_from) {
    m_made.trust.disclosure_threshold = 6;
    School& school = m_made.school("1");
    m_made.pupils(school, 30, 4, "/\\");
    m_made.pupils(school, 28, 5, "/\\");
    m_made.pupils(school, 4, 6, "I\\");
    const auto status = [&](const char* year, Audience audience) {
        return m_made.answer("attendance.rate", {{"year", year}}, {}, {audience, {}, {}}).status;
    };
    EXPECT_EQ(status("4", Audience::governors), FigureStatus::ok);
    EXPECT_EQ(status("5", Audience::governors), FigureStatus::suppressed);
    EXPECT_EQ(status("6", Audience::governors), FigureStatus::suppressed);
    EXPECT_EQ(status("6", Audience::staff), FigureStatus::ok);
    EXPECT_EQ(m_made.answer("attendance.rate").status, FigureStatus::ok);
    const FigureAnswer withheld = m_made.answer("attendance.rate", {{"year", "6"}});
    EXPECT_FALSE(withheld.value || withheld.numerator || withheld.denominator);
}

TEST_F(FiguresTest, that_count_pupils_name_no_few_to_the_public) {
    m_made.trust.disclosure_threshold = 6;
    School& school = m_made.school("1");
    m_made.pupils(school, 30, 4, "/\\");
    m_made.pupils(school, 2, 4, "II");
    const auto status = [&](Audience audience) {
        return m_made.answer("attendance.persistent", {}, {}, {audience, {}, {}}).status;
    };
    EXPECT_EQ(status(Audience::public_), FigureStatus::suppressed);
    EXPECT_EQ(status(Audience::governors), FigureStatus::ok);
}

TEST_F(FiguresTest, that_count_pupils_name_no_few_to_the_public_by_what_their_total_leaves) {
    m_made.trust.disclosure_threshold = 6;
    School& school = m_made.school("1");
    for (const auto& [year, absent] : {std::pair{4, 3}, {5, 8}, {6, 10}, {7, 11}}) {
        m_made.pupils(school, 30 + year - absent, year, "/\\");
        m_made.pupils(school, absent, year, "II");
    }
    const auto shown = [&](Audience audience) {
        std::string all;
        for (const char* year : {"4", "5", "6", "7"})
            all += display(m_made.answer("attendance.persistent", {{"year", year}}, {}, {audience, {}, {}})) +
                   " ";
        return all + display(m_made.answer("attendance.persistent", {}, {}, {audience, {}, {}}));
    };
    EXPECT_EQ(shown(Audience::governors), "8.8% 22.9% 27.8% 29.7% 22.5%");
    EXPECT_EQ(shown(Audience::public_), "c c 27.8% 29.7% 22.5%");
}

TEST_F(FiguresTest, are_refused_with_the_nearest_name_when_asked_for_what_is_not_known) {
    m_made.pupils(m_made.school("1"), 10, 4, "/\\");
    const auto refusal = [&](const std::string& figure, const Selectors& selectors,
                             const std::string& against = {}) {
        try {
            m_made.answer(figure, selectors, against);
            return std::string("no refusal");
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::usage);
            return std::string(error.what());
        }
    };
    EXPECT_THAT(refusal("attendence.rate", {}), HasSubstr("did you mean 'attendance.rate'?"));
    EXPECT_THAT(refusal("attendance.rate", {{"yeer", "4"}}),
                HasSubstr("found the selector 'yeer'; expected one of school, year, class, sex, group, gap, "
                          "house, code, subject, type, weekday, ethnicity, language, period; "
                          "did you mean 'year'?"));
    EXPECT_THAT(refusal("attendance.rate", {{"year", "Y14"}}), HasSubstr("found year=Y14"));
    EXPECT_THAT(refusal("attendance.rate", {{"sex", "both"}}), HasSubstr("girls or boys"));
    EXPECT_THAT(refusal("attendance.rate", {{"school", "9"}}), HasSubstr("found the school '9'"));
    EXPECT_THAT(refusal("attendance.rate", {{"period", "lent"}}), HasSubstr("found the period 'lent'"));
    EXPECT_THAT(refusal("attendance.reason", {}), HasSubstr("attendance.reason without a code"));
    EXPECT_THAT(refusal("attendance.rate", {{"code", "I"}}), HasSubstr("attendance.rate with a code"));
    EXPECT_THAT(refusal("attendance.reason", {{"code", "?"}}), HasSubstr("found code=?"));
    EXPECT_THAT(refusal("attendance.reason", {{"code", "X"}}), HasSubstr("ask for attendance.sessions"));
    EXPECT_THAT(
        refusal("attendance.rate", {}, "nation"),
        HasSubstr(
            "found against=nation; expected one of target, national, local, published, trust, previous, "
            "last-year; did you mean 'national'?"));
    EXPECT_THAT(refusal("attendance.possible", {}, "target"), HasSubstr("expected a rate"));
}

TEST_F(FiguresTest, of_a_small_group_cannot_be_had_from_the_trust_less_the_other_schools) {
    m_made.trust.disclosure_threshold = 6;
    for (const auto& [urn, pupils] : {std::pair("1", 30), std::pair("2", 4), std::pair("3", 20)}) {
        School& school = m_made.school(urn);
        for (const int year : {4, 5})
            m_made.pupils(school, 25, year, "/\\");
        m_made.pupils(school, pupils, 6, "/\\");
    }
    const auto status = [&](const char* school, const char* year) {
        return m_made.answer("attendance.rate", {{"school", school}, {"year", year}}).status;
    };
    EXPECT_EQ(status("2", "6"), FigureStatus::suppressed);
    EXPECT_EQ(status("2", "4"), FigureStatus::suppressed)
        << "the school's total less the others would tell Year 6";
    for (const auto* year : {"4", "6"})
        EXPECT_EQ(status("trust", year), FigureStatus::suppressed)
            << "less schools 1 and 3 it would tell school 2's";
    EXPECT_EQ(status("trust", "5"), FigureStatus::ok);
    EXPECT_EQ(status("1", "6"), FigureStatus::ok);
    EXPECT_EQ(status("3", "6"), FigureStatus::ok);
}

TEST_F(FiguresTest, of_a_school_of_a_few_pupils_are_withheld_with_those_of_the_next_smallest) {
    m_made.trust.disclosure_threshold = 6;
    for (const auto& [urn, pupils] : {std::pair("1", 30), std::pair("2", 4), std::pair("3", 20)})
        m_made.pupils(m_made.school(urn), pupils, 6, "/\\");
    const auto status = [&](const char* school) {
        return m_made.answer("attendance.rate", {{"school", school}}).status;
    };
    EXPECT_EQ(status("2"), FigureStatus::suppressed);
    EXPECT_EQ(status("3"), FigureStatus::suppressed);
    EXPECT_EQ(status("1"), FigureStatus::ok);
    EXPECT_EQ(status("trust"), FigureStatus::ok);
}

} // namespace termbook
