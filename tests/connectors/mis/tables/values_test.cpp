// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/tables/values.hpp"

#include <gtest/gtest.h>

namespace termbook {

TEST(Values, are_trimmed_of_blanks_of_all_kinds) {
    EXPECT_EQ(trimmed(" \t4A\r\n"), "4A");
    EXPECT_EQ(trimmed("\xC2\xA0 4 A \xC2\xA0"), "4 A");
    EXPECT_EQ(trimmed(" \xC2\xA0 "), "");
}

TEST(Values, tell_girls_from_boys_in_every_spelling) {
    for (const auto* text : {"F", "f", "Female", "GIRL", " g "})
        EXPECT_EQ(parse_sex(text), Sex::female) << text;
    for (const auto* text : {"M", "male", "Boy", "B"})
        EXPECT_EQ(parse_sex(text), Sex::male) << text;
    for (const auto* text : {"", "X", "FM", "1"})
        EXPECT_FALSE(parse_sex(text)) << text;
}

TEST(Values, count_sessions_in_whole_numbers) {
    EXPECT_EQ(parse_count("0"), 0);
    EXPECT_EQ(parse_count(" 1,204 "), 1204);
    EXPECT_EQ(parse_count("374.00"), 374);
    for (const auto* text : {"", ",", "-1", "(4)", "4-", "1,2", ",204", "1204,", "12,04", ".0", "4.", "4.5",
                             "4 5", "four", "0x10", "99999999999999999999"})
        EXPECT_FALSE(parse_count(text)) << text;
}

TEST(Values, name_the_session) {
    for (const auto* text : {"AM", "am", "Morning", "1"})
        EXPECT_EQ(parse_afternoon(text), false) << text;
    for (const auto* text : {"PM", "pm", "afternoon", "2"})
        EXPECT_EQ(parse_afternoon(text), true) << text;
    for (const auto* text : {"", "3", "noon"})
        EXPECT_FALSE(parse_afternoon(text)) << text;
}

TEST(Values, are_shown_in_messages_only_where_they_can_be_nobodys) {
    EXPECT_EQ(shown("?"), "'?'");
    EXPECT_EQ(shown("C9"), "'C9'");
    EXPECT_EQ(shown("Y14"), "'Y14'");
    EXPECT_EQ(shown("Year 14"), "'Year 14'");
    EXPECT_EQ(shown("12.5"), "'12.5'");
    EXPECT_EQ(shown("94%"), "'94%'");
    EXPECT_EQ(shown("12.5%"), "'12.5%'");
    EXPECT_EQ(shown(""), "(a blank)");
    for (const auto* word : {"Leo", "Otterbeck", "Anaïs", "maybe"})
        EXPECT_EQ(shown(word), "(a word)") << word;
    for (const auto* personal : {"Leo Otterbeck", "820200%", "01/02/2016", "1/2/16", "2016-02-01",
                                 "C820200120001", "ZZ1 1AA", "20160201"})
        EXPECT_EQ(shown(personal), "(a longer text)") << personal;
}

} // namespace termbook
