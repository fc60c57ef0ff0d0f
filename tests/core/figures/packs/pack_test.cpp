// SPDX-License-Identifier: MPL-2.0
#include "core/figures/packs/pack.hpp"

#include "tests/core/made_up_trust.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

using testing::ElementsAre;

namespace {

class PackTest : public testing::Test {
  protected:
    PackTest() { m_made.trust.disclosure_threshold = 6; }

    /// Pupils with 4 sessions, of whom every third missed one.
    void pupils(School& school, int count, int year, bool premium, bool meals) {
        for (int i = 0; i < count; ++i) {
            m_made.pupils(school, 1, year, i % 3 == 0 ? "/I/\\" : "/\\/\\");
            Characteristics& is = school.rolls.front().pupils.back()->is;
            is.set(Characteristic::pupil_premium, premium);
            is.set(Characteristic::free_meals, meals);
        }
    }

    /// What a pack of these figures shows.
    std::vector<std::string> shown(const std::vector<FigureRequest>& requests,
                                   Audience audience = Audience::governors) {
        Pack pack(m_made.trust);
        const Figures figures(m_made.trust, {audience, {}, {}, &pack});
        std::vector<std::string> all;
        do {
            all.clear();
            for (const FigureRequest& request : requests)
                all.push_back(display(figures.answer(request)));
        } while (pack.solve());
        return all;
    }

    static FigureRequest rate(Selectors selectors = {}, std::string against = {}) {
        return {"attendance.rate", std::move(selectors), std::move(against)};
    }

    MadeUpTrust m_made;
};

} // namespace

TEST_F(PackTest, keeps_back_a_group_that_differs_from_another_by_a_few) {
    School& school = m_made.school("1", {day(2025, 9, 1), day(2025, 9, 2)});
    pupils(school, 12, 4, true, true);
    pupils(school, 3, 4, true, false);
    pupils(school, 30, 4, false, false);
    EXPECT_THAT(shown({rate({{"group", "pp"}})}), ElementsAre("91.7%"));
    EXPECT_THAT(shown({rate({{"group", "fsm"}})}), ElementsAre("91.7%"));
    EXPECT_THAT(shown({rate({{"group", "pp"}}), rate({{"group", "fsm"}})}), ElementsAre("91.7%", "c"));
}

TEST_F(PackTest, keeps_back_what_a_gap_is_made_of) {
    School& school = m_made.school("1", {day(2025, 9, 1), day(2025, 9, 2)});
    pupils(school, 12, 4, true, true);
    pupils(school, 3, 4, true, false);
    pupils(school, 30, 4, false, false);
    EXPECT_THAT(shown({rate({{"group", "pp"}}), rate({{"gap", "fsm"}})}), ElementsAre("91.7%", "c"));
}

TEST_F(PackTest, withholds_nothing_from_staff) {
    School& school = m_made.school("1", {day(2025, 9, 1), day(2025, 9, 2)});
    pupils(school, 12, 4, true, true);
    pupils(school, 3, 4, true, false);
    EXPECT_THAT(shown({rate({{"group", "pp"}}), rate({{"group", "fsm"}}), rate({{"group", "not-fsm"}})},
                      Audience::staff),
                ElementsAre("91.7%", "91.7%", "91.7%"));
}

TEST_F(PackTest, withholds_absence_where_it_withholds_attendance) {
    School& school = m_made.school("1", {day(2025, 9, 1), day(2025, 9, 2)});
    pupils(school, 12, 4, true, true);
    pupils(school, 3, 4, true, false);
    pupils(school, 30, 4, false, false);
    const Selectors meals{{"group", "fsm"}};
    EXPECT_THAT(shown({rate({{"group", "pp"}}),
                       rate(meals),
                       {"attendance.absence", meals, {}},
                       {"attendance.absent", meals, {}}}),
                ElementsAre("91.7%", "c", "c", "c"));
}

TEST_F(PackTest, withholds_the_sum_where_all_parts_but_one_are_shown) {
    // Three pupils were there in the spring only in the one year group: its autumn rests on five.
    School& school = m_made.school("1", {day(2025, 9, 1), day(2026, 1, 5)});
    m_made.pupils(school, 5, 3, "/\\/I");
    m_made.pupils(school, 3, 3, "../\\");
    m_made.pupils(school, 12, 4, "/I/\\");
    m_made.pupils(school, 20, 5, "/\\I\\");
    std::vector<FigureRequest> requests;
    for (const char* period : {"autumn", "spring", "year"})
        requests.push_back(rate({{"year", "3"}, {"period", period}}));
    const auto both = shown(requests);
    EXPECT_EQ(both[0], "c");
    EXPECT_TRUE(both[1] == "c" || both[2] == "c");
}

TEST_F(PackTest, of_incidents_knows_that_types_and_weekdays_add_up) {
    School& school = m_made.school("1");
    m_made.pupils(school, 3, 3, "/\\");
    m_made.pupils(school, 10, 4, "/\\");
    m_made.pupils(school, 20, 5, "/\\");
    school.incident_logs.push_back({IncidentKind::behaviour, 0, {}});
    const auto happens = [&](std::size_t pupil, unsigned on, const char* type) {
        Incident& added = school.incidents.emplace_back();
        added = {pupil, IncidentKind::behaviour, day(2025, 10, on), type, 0};
    };
    happens(0, 1, "Lateness");
    happens(5, 2, "Lateness");
    happens(20, 1, "Bullying"); // in Year 5, as all of it
    happens(21, 2, "Bullying");
    std::vector<FigureRequest> requests;
    for (const char* type : {"Bullying", "Lateness", ""})
        for (const char* year : {"", "3", "5"}) {
            FigureRequest& request = requests.emplace_back();
            request.figure = "behaviour.incidents";
            if (*type != 0) request.selectors["type"] = type;
            if (*year != 0) request.selectors["year"] = year;
        }
    const auto all = shown(requests);
    EXPECT_EQ(all[1], "c"); // Year 3
    // All bullying less that of Year 5 is none: one of the two is not shown, and does not follow from the
    // rest.
    EXPECT_TRUE(all[0] == "c" || all[2] == "c");
    EXPECT_TRUE(all[0] != "c" || all[3] == "c" || all[6] == "c");
    EXPECT_TRUE(all[2] != "c" || all[5] == "c" || all[8] == "c");
}

TEST_F(PackTest, makes_no_difference_to_a_group_that_is_large_enough) {
    School& school = m_made.school("1", {day(2025, 9, 1), day(2025, 9, 2)});
    pupils(school, 12, 3, true, true);
    pupils(school, 20, 4, true, false);
    pupils(school, 30, 4, false, false);
    EXPECT_THAT(shown({rate(), rate({{"year", "3"}}), rate({{"year", "4"}}), rate({{"group", "pp"}}),
                       rate({{"group", "fsm"}}), rate({{"gap", "pp"}})}),
                testing::Not(testing::Contains("c")));
}

TEST_F(PackTest, does_not_show_again_what_it_withheld_when_more_is_asked_for) {
    School& school = m_made.school("1", {day(2025, 9, 1), day(2025, 9, 2)});
    pupils(school, 12, 4, true, true);
    pupils(school, 3, 4, true, false);
    pupils(school, 30, 4, false, false);
    Pack pack(m_made.trust);
    const Figures figures(m_made.trust, {Audience::governors, {}, {}, &pack});
    figures.answer(rate({{"group", "pp"}}));
    figures.answer(rate({{"group", "fsm"}}));
    EXPECT_TRUE(pack.solve());
    EXPECT_EQ(pack.withheld_for_others(), 1U);
    figures.answer(rate());
    EXPECT_FALSE(pack.solve());
    EXPECT_EQ(figures.answer(rate({{"group", "fsm"}})).status, FigureStatus::suppressed);
    EXPECT_EQ(pack.withheld_for_others(), 1U);
}

} // namespace termbook
