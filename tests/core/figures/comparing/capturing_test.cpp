// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"
#include "core/figures/comparing/capturing.hpp"
#include "tests/core/made_up_trust.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;

namespace {

std::vector<std::string> marks_of(const Captures& captured) {
    std::vector<std::string> marks;
    for (const CapturedFigure& figure : captured.figures)
        marks.push_back(figure.mark);
    return marks;
}

} // namespace

class CapturingTest : public testing::Test {
  protected:
    CapturingTest() : m_school(m_made.school("1", {day(2025, 9, 1), day(2026, 1, 5)})) {
        m_made.pupils(m_school, 8, 4, "/\\I\\", "4A", Sex::female);
        m_made.pupils(m_school, 7, 5, "/\\/\\", "5A", Sex::male);
    }

    MadeUpTrust m_made;
    School& m_school;
};

TEST_F(CapturingTest, the_terms_that_have_begun_and_the_year_are_captured_by_default) {
    EXPECT_THAT(periods_to_capture(m_made.trust),
                ElementsAre("autumn@2025/26", "spring@2025/26", "year@2025/26"));
}

TEST_F(CapturingTest, half_terms_are_captured_beside_their_seasons) {
    m_made.trust.calendar = Calendar({{"2025/26",
                                       day(2025, 9, 1),
                                       day(2026, 8, 31),
                                       {{"Autumn 1", Season::autumn, day(2025, 9, 1), day(2025, 10, 24)},
                                        {"Autumn 2", Season::autumn, day(2025, 11, 3), day(2025, 12, 19)},
                                        {"Spring 1", Season::spring, day(2026, 1, 5), day(2026, 2, 13)},
                                        {"Spring 2", Season::spring, day(2026, 2, 23), day(2026, 3, 27)},
                                        {"Summer 1", Season::summer, day(2026, 4, 13), day(2026, 5, 22)},
                                        {"Summer 2", Season::summer, day(2026, 6, 1), day(2026, 7, 21)}}}});
    EXPECT_THAT(periods_to_capture(m_made.trust),
                ElementsAre("term1@2025/26", "term2@2025/26", "term3@2025/26", "autumn@2025/26",
                            "spring@2025/26", "year@2025/26"));
}

TEST_F(CapturingTest, every_figure_is_captured_by_year_group_and_by_each_group_and_the_others) {
    Capturing capturing(m_made.trust);
    capturing.add_all("1", "autumn");
    const auto marks = marks_of(capturing.captured());
    const std::string rest = " period=autumn@2025/26 school=1";
    EXPECT_THAT(marks,
                IsSupersetOf({"attendance.rate" + rest, "attendance.rate" + rest + " year=4",
                              "attendance.rate group=girls" + rest, "attendance.rate group=not-girls" + rest,
                              "pupils.roll" + rest, "attendance.reason code=\\" + rest}));
    EXPECT_THAT(marks, Not(Contains(testing::StartsWith("suspensions")))) << "no export answers them";
    EXPECT_THAT(marks, Not(Contains(testing::HasSubstr("group=pp")))) << "the exports do not tell who is";
}

TEST_F(CapturingTest, what_is_captured_is_what_is_answered) {
    Capturing capturing(m_made.trust);
    capturing.add("1", "autumn", {"attendance.rate", {{"year", "Year 4"}}, {}});
    ASSERT_EQ(capturing.captured().figures.size(), 1u);
    const CapturedFigure& figure = capturing.captured().figures.front();
    const FigureAnswer answer =
        m_made.answer("attendance.rate", {{"year", "4"}, {"school", "1"}, {"period", "autumn"}});
    EXPECT_EQ(figure.mark, answer.mark());
    EXPECT_EQ(figure.value, answer.value);
    EXPECT_EQ(figure.numerator, 16);
    EXPECT_EQ(figure.denominator, 16);
    EXPECT_EQ(figure.pupils, 8);
    EXPECT_EQ(figure.status, "ok");
    EXPECT_EQ(figure.year, "2025/26");
    EXPECT_EQ(figure.to, day(2025, 12, 19));
    EXPECT_EQ(figure.split, "year");
}

TEST_F(CapturingTest, of_a_gap_both_sides_are_captured_and_of_a_comparison_the_figure_itself) {
    Capturing capturing(m_made.trust);
    capturing.add("1", "autumn", {"attendance.rate", {{"gap", "girls"}}, {}});
    capturing.add("1", "autumn", {"attendance.rate", {}, "previous"});
    EXPECT_THAT(marks_of(capturing.captured()),
                ElementsAre("attendance.rate group=girls period=autumn@2025/26 school=1",
                            "attendance.rate group=not-girls period=autumn@2025/26 school=1",
                            "attendance.rate period=autumn@2025/26 school=1"));
}

TEST_F(CapturingTest, what_is_withheld_is_captured_without_a_count) {
    m_made.trust.disclosure_threshold = 8;
    Capturing capturing(m_made.trust);
    capturing.add_all("1", "autumn");
    const auto& figures = capturing.captured().figures;
    const auto withheld = [](const CapturedFigure& each) { return each.status == "suppressed"; };
    ASSERT_GT(std::count_if(figures.begin(), figures.end(), withheld), 0);
    for (const CapturedFigure& figure : figures)
        EXPECT_EQ(figure.status == "ok", figure.value && figure.numerator && figure.pupils) << figure.mark;
}

TEST_F(CapturingTest, what_is_captured_in_one_run_is_withheld_as_if_shown_together) {
    m_made.trust.disclosure_threshold = 6;
    School& school = m_made.school("2", {day(2025, 9, 1), day(2026, 1, 5)});
    m_made.pupils(school, 60, 4, "/\\I\\");
    for (std::size_t i = 0; i < school.pupils.size();
         ++i) { // three of those with pupil premium without free meals
        Characteristics& is = school.rolls.front().pupils[i]->is;
        is.set(Characteristic::pupil_premium, i < 23);
        is.set(Characteristic::free_meals, i < 20);
    }
    const auto told = [&](const Captures& captured, const std::string& group) {
        return captured.find("attendance.rate group=" + group + " period=autumn@2025/26 school=2")
            ->value.has_value();
    };
    Capturing by_name(m_made.trust);
    for (const char* const group : {"pp", "fsm"})
        by_name.add("2", "autumn", {"attendance.rate", {{"group", group}}, {}});
    EXPECT_FALSE(told(by_name.captured(), "pp") && told(by_name.captured(), "fsm"));
    Capturing everything(m_made.trust);
    everything.add_all("2", "autumn");
    EXPECT_FALSE(told(everything.captured(), "pp") && told(everything.captured(), "fsm"));
}

TEST_F(CapturingTest, an_unknown_figure_is_a_mistake_in_the_call) {
    Capturing capturing(m_made.trust);
    EXPECT_THROW(capturing.add("1", "autumn", {"attendance.rat", {}, {}}), Error);
}

} // namespace termbook
