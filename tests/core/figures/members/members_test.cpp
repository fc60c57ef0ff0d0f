// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"
#include "core/figures/figures.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::ElementsAre;
using testing::IsEmpty;

class MembersTest : public testing::Test {
  protected:
    MembersTest() {
        School& first = m_made.school("1", {day(2025, 9, 1), day(2025, 11, 3)});
        m_made.pupils(first, 1, 10, "/\\/\\", "10A", Sex::female);
        m_made.pupils(first, 1, 2, "II/\\", "2B", Sex::male);
        m_made.pupils(first, 1, 0, "/\\XX", "R");
        m_made.pupils(m_made.school("2"), 1, 2, "O\\", "2A");
    }

    std::vector<std::string> keys(std::string_view dimension, const Selectors& scope = {}) const {
        std::vector<std::string> found;
        for (const Member& member : Figures(m_made.trust, {}).members(dimension, scope))
            found.push_back(std::get<std::string>(member.fields.at(std::string(dimension) + ".key")));
        return found;
    }

    MadeUpTrust m_made;
};

TEST_F(MembersTest, come_in_the_order_people_list_them) {
    EXPECT_THAT(keys("school"), ElementsAre("1", "2"));
    EXPECT_THAT(keys("year"), ElementsAre("R", "2", "10"));
    EXPECT_THAT(keys("class"), ElementsAre("R", "2A", "2B", "10A"));
    EXPECT_THAT(keys("sex"), ElementsAre("girls", "boys"));
    EXPECT_THAT(keys("code"), ElementsAre("/", "\\", "I", "O"));
}

TEST_F(MembersTest, are_those_within_the_scope) {
    EXPECT_THAT(keys("year", {{"school", "2"}}), ElementsAre("2"));
    EXPECT_THAT(keys("class", {{"year", "2"}}), ElementsAre("2A", "2B"));
    EXPECT_THAT(keys("code", {{"year", "10"}}), ElementsAre("/", "\\"));
}

TEST_F(MembersTest, of_codes_are_those_of_possible_sessions_but_for_counts_of_any) {
    School& away = m_made.school("3");
    m_made.pupils(away, 1, 4, "X-");
    EXPECT_THAT(keys("code", {{"school", "3"}}), IsEmpty());
    const auto counted =
        Figures(m_made.trust, {}).members("code", {{"school", "3"}}, find_figure("attendance.sessions"));
    ASSERT_EQ(counted.size(), 1u);
    EXPECT_EQ(counted[0].selectors.at("code"), "X");
    EXPECT_EQ(m_made.answer("attendance.sessions", {{"school", "3"}, {"code", "X"}}).numerator, 1);
}

TEST_F(MembersTest, are_classes_of_each_school_although_two_have_one_name) {
    m_made.pupils(m_made.school("3"), 1, 2, "II", "2B");
    std::vector<std::string> names;
    std::vector<std::int64_t> absent;
    for (const Member& member : Figures(m_made.trust, {}).members("class", {{"year", "2"}})) {
        names.push_back(std::get<std::string>(member.fields.at("class.name")));
        absent.push_back(*m_made.answer("attendance.absent", member.selectors).numerator);
    }
    EXPECT_THAT(names, ElementsAre("2A, School 2", "2B, School 1", "2B, School 3"));
    EXPECT_THAT(absent, ElementsAre(1, 2, 2));
    EXPECT_THAT(keys("class", {{"school", "3"}}), ElementsAre("2B"));
}

TEST_F(MembersTest, of_time_are_what_has_begun) {
    EXPECT_THAT(keys("term"), ElementsAre("term1@2025/26"));
    EXPECT_THAT(keys("month"), ElementsAre("month:2025-09", "month:2025-10", "month:2025-11"));
    EXPECT_THAT(keys("month", {{"period", "month:2025-10"}}), ElementsAre("month:2025-10"));
}

TEST_F(MembersTest, of_time_are_none_without_dates) {
    MadeUpTrust totals;
    totals.pupil_with_totals(totals.school("1", {}), 4, {200, 10, 4});
    EXPECT_THAT(Figures(totals.trust, {}).members("term", {}), IsEmpty());
}

TEST_F(MembersTest, of_an_unknown_dimension_are_refused) {
    try {
        keys("clas");
        FAIL() << "no refusal";
    } catch (const Error& error) {
        EXPECT_EQ(error.remedy(), "did you mean 'class'?");
    }
}

TEST_F(MembersTest, have_fields_for_pages) {
    const Figures figures(m_made.trust, {});
    const Fields fields = figures.fields({{"school", "1"}, {"year", "2"}});
    EXPECT_EQ(std::get<std::string>(fields.at("school.name")), "School 1");
    EXPECT_EQ(std::get<std::string>(fields.at("year.name")), "Year 2");
    EXPECT_EQ(std::get<std::string>(fields.at("trust.name")), "Made-up Trust");
    EXPECT_EQ(std::get<Date>(fields.at("as_at")), day(2025, 11, 3));
}

} // namespace termbook
