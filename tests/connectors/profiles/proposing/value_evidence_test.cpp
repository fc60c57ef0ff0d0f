// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/proposing/value_evidence.hpp"

#include <gtest/gtest.h>
#include <initializer_list>

namespace termbook {

namespace {

ValueEvidence of(std::initializer_list<std::string_view> values) {
    ValueEvidence seen(make_date(2026, 3, 27));
    for (const auto value : values)
        seen.see(value);
    return seen;
}

} // namespace

TEST(ValueEvidence, knows_upns_by_their_letters) {
    const auto upns = of({"D820200121132", " W820200124030", "", "F820200119190"});
    EXPECT_EQ(upns.filled(), 3u);
    EXPECT_EQ(upns.judge("upn").fit, 1);
    EXPECT_GT(upns.judge("upn").telling, 0.9);
    const auto own = of({"000123", "000124"});
    EXPECT_EQ(own.judge("upn").fit, 1);
    EXPECT_EQ(own.judge("upn").telling, 0) << "numbers may be anything";
    EXPECT_EQ(of({"Otterbeck", "Kofi"}).judge("upn").fit, 0);
}

TEST(ValueEvidence, tells_birthdays_from_days_of_a_register) {
    const auto births = of({"01/02/2016", "13/11/2014"});
    const auto days = of({"2026-03-02", "2026-03-02", "2026-03-03", "2026-03-03"});
    EXPECT_EQ(births.judge("born").fit, 1);
    EXPECT_EQ(births.judge("date").fit, 0);
    EXPECT_EQ(days.judge("born").fit, 0);
    EXPECT_EQ(days.judge("date").fit, 1);
    EXPECT_GT(days.judge("date").telling, births.judge("joined").telling);
}

TEST(ValueEvidence, is_surer_of_words_than_of_numbers) {
    EXPECT_GT(of({"Year 4", "Year 5"}).judge("year").telling, of({"4", "5"}).judge("year").telling);
    EXPECT_GT(of({"AM", "PM"}).judge("session").telling, of({"1", "2"}).judge("session").telling);
    EXPECT_GT(of({"/", "\\", "I"}).judge("mark").telling, of({"I", "O"}).judge("mark").telling);
    EXPECT_GT(of({"N", "K"}).judge("sen").telling, of({"N", "N"}).judge("sen").telling);
    EXPECT_GT(of({"F", "M"}).judge("sex").telling, of({"F", "F"}).judge("sex").telling);
}

TEST(ValueEvidence, counts_the_values_that_do_not_fit) {
    EXPECT_DOUBLE_EQ(of({"Yes", "No", "perhaps", "Yes"}).judge("pp").fit, 0.75);
    EXPECT_EQ(of({"374", "1,204"}).judge("attendance.possible").fit, 1);
    EXPECT_EQ(of({"95.4%"}).judge("attendance.possible").fit, 0);
    EXPECT_EQ(of({"104", "see the notes"}).judge("result.ks2.maths").fit, 0.5);
    EXPECT_EQ(of({}).judge("pp").fit, 1) << "nothing speaks against it";
}

TEST(ValueEvidence, tells_values_from_headers) {
    EXPECT_TRUE(of({"4"}).typed());
    EXPECT_TRUE(of({"D820200121132"}).typed());
    EXPECT_FALSE(of({"Year Group"}).typed());
    EXPECT_FALSE(of({"Surname"}).typed());
}

} // namespace termbook
