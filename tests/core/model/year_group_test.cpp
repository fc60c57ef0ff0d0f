// SPDX-License-Identifier: MPL-2.0
#include "core/model/year_group.hpp"

#include <gtest/gtest.h>

namespace termbook {

TEST(YearGroups, are_read_in_every_usual_spelling) {
    for (const auto* text : {"4", "Y4", "y4", "Yr 4", "Year 4", "Year  4", "YEAR4", " 4 ", "04", "NC Year 4"})
        EXPECT_EQ(parse_year_group(text), YearGroup{4}) << text;
    for (const auto* text : {"R", "YR", "Yr", "Year R", "Reception", "reception", "Rec", "0", "Y0"})
        EXPECT_EQ(parse_year_group(text), YearGroup{0}) << text;
    for (const auto* text : {"N", "N1", "N2", "Nursery", "E1", "-1"})
        EXPECT_EQ(parse_year_group(text), YearGroup{-1}) << text;
    EXPECT_EQ(parse_year_group("13"), YearGroup{13});
}

TEST(YearGroups, that_do_not_exist_are_none) {
    for (const auto* text : {"Y14", "14", "-2", "4A", "4.5", "Year", "", " ", "four", "999999999999", "R1"})
        EXPECT_FALSE(parse_year_group(text)) << text;
}

TEST(YearGroups, have_a_name_for_pages_and_a_key_for_marks) {
    for (int number = -1; number <= 13; ++number)
        EXPECT_EQ(parse_year_group(year_group_key({number})), YearGroup{number});
    EXPECT_EQ(year_group_name({-1}), "Nursery");
    EXPECT_EQ(year_group_name({0}), "Reception");
    EXPECT_EQ(year_group_name({11}), "Year 11");
}

TEST(YearGroups, count_in_the_statistics_from_1_to_11) {
    EXPECT_FALSE(statutory_years.holds({0}));
    EXPECT_TRUE(statutory_years.holds({1}));
    EXPECT_TRUE(statutory_years.holds({11}));
    EXPECT_FALSE(statutory_years.holds({12}));
}

} // namespace termbook
