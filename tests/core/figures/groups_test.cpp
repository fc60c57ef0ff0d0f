// SPDX-License-Identifier: MPL-2.0
#include "core/figures/groups.hpp"

#include "core/diagnostics/error.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::ElementsAre;
using testing::HasSubstr;

class GroupsTest : public testing::Test {
  protected:
    std::optional<bool> has(std::string_view key) const {
        const GroupChoice choice = parse_group(key);
        const auto has = choice.group->has(m_pupil, m_enrolment, m_year);
        return has ? std::optional(*has != choice.complement) : std::nullopt;
    }
    void set(Characteristic which, bool yes) { m_enrolment.is.set(which, yes); }

    Pupil m_pupil;
    Enrolment m_enrolment;
    AcademicYear m_year{year_2025_26()};
};

TEST_F(GroupsTest, are_not_known_until_an_export_says) {
    for (const GroupDefinition& group : groups())
        EXPECT_FALSE(group.has(m_pupil, m_enrolment, m_year).value_or(false)) << group.key;
    EXPECT_EQ(has("fsm"), std::nullopt);
    EXPECT_EQ(has("not-fsm"), std::nullopt);
}

TEST_F(GroupsTest, pupil_premium_is_as_exported_whatever_meals_say) {
    set(Characteristic::ever6_meals, true);
    EXPECT_EQ(has("pp"), true);
    set(Characteristic::pupil_premium, false);
    EXPECT_EQ(has("pp"), false);
    EXPECT_EQ(has("not-pp"), true);
}

TEST_F(GroupsTest, pupil_premium_follows_from_meals_now_or_before_and_from_care) {
    set(Characteristic::free_meals, false);
    EXPECT_EQ(has("pp"), std::nullopt) << "nothing says what was in the five years before";
    set(Characteristic::free_meals, true);
    EXPECT_EQ(has("pp"), true);
    set(Characteristic::free_meals, false);
    set(Characteristic::ever6_meals, false);
    EXPECT_EQ(has("pp"), false);
    set(Characteristic::previously_looked_after, true);
    EXPECT_EQ(has("pp"), true);
}

TEST_F(GroupsTest, service_children_are_not_disadvantaged_by_that) {
    set(Characteristic::service_child, true);
    set(Characteristic::ever6_meals, false);
    EXPECT_EQ(has("pp"), false);
    EXPECT_EQ(has("service"), true);
}

TEST_F(GroupsTest, send_is_support_or_a_plan) {
    set(Characteristic::sen_support, false);
    EXPECT_EQ(has("send"), std::nullopt);
    set(Characteristic::ehc_plan, false);
    EXPECT_EQ(has("send"), false);
    set(Characteristic::ehc_plan, true);
    EXPECT_EQ(has("send"), true);
    EXPECT_EQ(has("send.k"), false);
}

TEST_F(GroupsTest, summer_born_is_april_to_august) {
    for (const unsigned month : {3U, 4U, 8U, 9U}) {
        m_pupil.born = day(2016, month, 1);
        EXPECT_EQ(has("summer-born"), month == 4 || month == 8) << month;
    }
}

TEST_F(GroupsTest, new_is_joined_in_the_year) {
    m_enrolment.joined = day(2025, 8, 31);
    EXPECT_EQ(has("new"), false);
    m_enrolment.joined = day(2025, 9, 1);
    EXPECT_EQ(has("new"), true);
}

TEST_F(GroupsTest, are_refused_with_the_nearest_name) {
    EXPECT_THAT([] { parse_group("not-sennd"); },
                testing::Throws<Error>(testing::Property(&Error::what, HasSubstr("did you mean 'send'?"))));
}

TEST(Characteristics, keep_what_is_known_and_tell_of_contradictions) {
    Characteristics known;
    known.set(Characteristic::eal, true);
    Characteristics seen;
    seen.set(Characteristic::disabled, true);
    EXPECT_FALSE(known.complete_from(seen));
    EXPECT_EQ(known.get(Characteristic::disabled), true);
    seen.set(Characteristic::eal, false);
    EXPECT_TRUE(known.complete_from(seen));
    EXPECT_EQ(known.get(Characteristic::eal), true) << "what was known first holds";
}

} // namespace termbook
