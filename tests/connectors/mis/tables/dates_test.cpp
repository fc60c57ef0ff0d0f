// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/tables/dates.hpp"

#include <gtest/gtest.h>

namespace termbook {

namespace {

const Date september_first = *make_date(2025, 9, 1);

} // namespace

TEST(Dates, are_read_as_systems_and_spreadsheets_write_them) {
    for (const auto* text :
         {"2025-09-01", "01/09/2025", "1/9/2025", "1.9.2025", "01-09-2025", "01/09/25", "2025/09/01",
          "20250901", "45901", "45901.354", "1-Sep-25", "01-Sept-2025", "1 September 2025", " 2025-09-01 "})
        EXPECT_EQ(parse_date(text), september_first) << text;
}

TEST(Dates, may_have_a_time_behind_them_which_does_not_count) {
    for (const auto* text : {"2025-09-01T08:30:00", "2025-09-01T00:00:00.000Z", "01/09/2025 00:00",
                             "2025-09-01 08:30", "1/9/25 8:30:00 AM", "1 September 2025 08:30"})
        EXPECT_EQ(parse_date(text), september_first) << text;
}

TEST(Dates, are_days_of_the_calendar_in_which_people_live) {
    for (const auto* text : {"",
                             "31/02/2025",
                             "00/09/2025",
                             "01/13/2025",
                             "2025-02-30",
                             "01/09/2025 Mon",
                             "01/09/2025 4-11",
                             "4-11",
                             "00:00.0",
                             "01/09/205",
                             "01/09",
                             "01/09/0001",
                             "1/9/9999",
                             "82020012",
                             "123456",
                             "09145",
                             "12.5",
                             "1-Marchbanks-2025",
                             "Leo",
                             "+1/9/2025"})
        EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Dates, of_two_digit_years_lie_between_1950_and_2049) {
    EXPECT_EQ(parse_date("01/02/49"), make_date(2049, 2, 1));
    EXPECT_EQ(parse_date("01/02/50"), make_date(1950, 2, 1));
}

TEST(Dates, have_the_month_first_only_where_their_column_has) {
    EXPECT_EQ(parse_date("09/01/2025", DateOrder::month_first), september_first);
    EXPECT_EQ(parse_date("2025-09-01", DateOrder::month_first), september_first);
    EXPECT_FALSE(parse_date("13/02/2025", DateOrder::month_first));
}

TEST(Dates, tell_of_their_column_what_one_of_them_can) {
    EXPECT_EQ(order_seen("04/03/2025"), OrderSeen::either);
    EXPECT_EQ(order_seen("13/02/2025"), OrderSeen::day_first);
    EXPECT_EQ(order_seen("02/13/25 00:00"), OrderSeen::month_first);
    for (const auto* text : {"", "/", "2025-02-13", "13/13/2025", "1 September 2025", "45901", "Leo"})
        EXPECT_EQ(order_seen(text), OrderSeen::none) << text;
}

TEST(Dates, of_a_column_with_both_orders_are_read_where_only_one_will_do) {
    EXPECT_EQ(parse_date("13/02/2025", DateOrder::both), make_date(2025, 2, 13));
    EXPECT_EQ(parse_date("02/13/2025", DateOrder::both), make_date(2025, 2, 13));
    EXPECT_EQ(parse_date("03/03/2025", DateOrder::both), make_date(2025, 3, 3));
    EXPECT_EQ(parse_date("2025-03-04", DateOrder::both), make_date(2025, 3, 4));
    EXPECT_FALSE(parse_date("04/03/2025", DateOrder::both));
}

TEST(Dates, that_are_none_are_told_apart) {
    EXPECT_EQ(date_fault("00:00.0", DateOrder::day_first), "a time whose day a spreadsheet has left out");
    EXPECT_EQ(date_fault("02/13/2025", DateOrder::day_first),
              "a date with the month first, in a column that is read with the day first");
    EXPECT_EQ(date_fault("13/02/2025", DateOrder::month_first),
              "a date with the day first, in a column that is read with the month first");
    EXPECT_EQ(date_fault("04/03/2025", DateOrder::both),
              "a date that could have the day or the month first, in a column that has both");
    EXPECT_EQ(date_fault("31/02/2025", DateOrder::day_first), "a date that is no day of the calendar");
}

} // namespace termbook
