// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/conduct/half_days.hpp"

#include <gtest/gtest.h>

namespace termbook {

TEST(HalfDays, are_twice_the_days_and_as_many_as_the_sessions) {
    EXPECT_EQ(parse_half_days("2.5", LengthUnit::days), (HalfDays{5, false}));
    EXPECT_EQ(parse_half_days("5", LengthUnit::half_days), (HalfDays{5, false}));
    EXPECT_EQ(parse_half_days("0", LengthUnit::days), (HalfDays{0, false}));
}

TEST(HalfDays, are_of_the_unit_that_is_written_behind_them) {
    EXPECT_EQ(parse_half_days(" 2.5 Days", LengthUnit::half_days), (HalfDays{5, false}));
    EXPECT_EQ(parse_half_days("1 day", LengthUnit::half_days), (HalfDays{2, false}));
    EXPECT_EQ(parse_half_days("3 sessions", LengthUnit::days), (HalfDays{3, false}));
    EXPECT_EQ(parse_half_days("1 half day", LengthUnit::days), (HalfDays{1, false}));
}

TEST(HalfDays, are_the_nearest_where_there_is_a_part_of_one) {
    EXPECT_EQ(parse_half_days("1.3", LengthUnit::days), (HalfDays{3, true}));
    EXPECT_EQ(parse_half_days("0.2", LengthUnit::days), (HalfDays{0, true}));
}

TEST(HalfDays, are_none_in_what_is_no_length_of_a_year) {
    for (const char* text : {"", "lots", "-1", "2 weeks", "367", "nan", "inf", "1,5"})
        EXPECT_FALSE(parse_half_days(text, LengthUnit::days)) << text;
    EXPECT_TRUE(parse_half_days("366", LengthUnit::days));
}

} // namespace termbook
