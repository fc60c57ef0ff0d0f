// SPDX-License-Identifier: MPL-2.0
#include "core/calendar/date.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace termbook {

TEST(Dates, are_read_as_britain_writes_them) {
    EXPECT_EQ(parse_british_date("01/09/2025"), make_date(2025, 9, 1));
    EXPECT_EQ(parse_british_date("1/9/2025"), make_date(2025, 9, 1));
    EXPECT_EQ(parse_british_date("13/01/2025"), make_date(2025, 1, 13));
}

TEST(Dates, that_are_no_day_of_the_calendar_are_none) {
    EXPECT_FALSE(make_date(2015, 2, 31));
    EXPECT_FALSE(make_date(2023, 2, 29));
    EXPECT_TRUE(make_date(2024, 2, 29));
    for (const auto* text :
         {"31/02/2015", "00/01/2025", "01/13/2025", "1/1/25", "1/1/20255", "/1/2025", "1//2025", "01-09-2025",
          "+1/09/2025", "-1/09/2025", " 1/09/2025", "tomorrow", ""})
        EXPECT_FALSE(parse_british_date(text)) << text;
    for (const auto* text :
         {"2015-02-31", "2025-9-1", "2025/09/01", "2025-09-01x", "20250901", "-025-09-01", ""})
        EXPECT_FALSE(parse_iso_date(text)) << text;
}

TEST(Dates, may_have_a_time_behind_them) {
    EXPECT_EQ(parse_iso_date("2025-09-01T16:30:00"), make_date(2025, 9, 1));
    for (const auto* text :
         {"2025-09-01 00:00:00", "2025-09-01T16:30", "2025-09-01T16:30:00.000Z", "2025-09-01T16:30:00+01:00"})
        EXPECT_EQ(parse_iso_date(text), make_date(2025, 9, 1)) << text;
    for (const auto* text : {"2025-09-01 garbage", "2025-09-01T", "2025-09-01 25:00", "2025-09-01 08:61",
                             "2025-09-01 08:00 or so"})
        EXPECT_FALSE(parse_iso_date(text)) << text;
}

TEST(Dates, are_written_for_machines_and_for_people) {
    const Date date = *make_date(2025, 9, 1);
    EXPECT_EQ(iso_text(date), "2025-09-01");
    EXPECT_EQ(long_text(date), "1 September 2025");
    EXPECT_EQ(month_text(date), "September 2025");
}

RC_GTEST_PROP(Dates, written_and_read_again_are_the_same_day, ()) {
    const Date date{std::chrono::days{*rc::gen::inRange(-20'000, 60'000)}};
    RC_ASSERT(parse_iso_date(iso_text(date)) == date);
}

TEST(Dates, iso_weeks_begin_on_the_monday_of_their_first_thursday) {
    EXPECT_EQ(iso_week(2025, 1), make_date(2024, 12, 30));
    EXPECT_EQ(iso_week(2025, 30), make_date(2025, 7, 21));
    EXPECT_EQ(iso_week(2026, 53), make_date(2026, 12, 28));
    EXPECT_FALSE(iso_week(2025, 53));
    EXPECT_FALSE(iso_week(2025, 0));
}

} // namespace termbook
