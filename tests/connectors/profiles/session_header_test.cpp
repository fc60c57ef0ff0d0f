// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/session_header.hpp"

#include <gtest/gtest.h>
#include <string>

namespace termbook {

namespace {

const AcademicYear& year_2025_26() {
    static const AcademicYear year{"2025/26", *make_date(2025, 9, 1), *make_date(2026, 8, 31), {}};
    return year;
}

/// "2025-09-01 AM", "2025-09-01" for a whole day, or why there is none.
std::string meaning(std::string_view text) {
    const auto header = parse_session_header(text);
    if (!header) return "no session";
    const auto date = header->date_in(year_2025_26());
    if (!date) return "no such day";
    return iso_text(*date) + (header->afternoon ? *header->afternoon ? " PM" : " AM" : "");
}

} // namespace

TEST(SessionHeaders, are_dates_in_the_ways_that_exports_write_them) {
    for (const auto* text :
         {"01/09/2025 AM", "1/9/25 am", "2025-09-01 AM", "Mon 1 Sep AM", "Monday 1st September 2025 AM",
          "Mon, 01-Sep-2025  Morning", "AM 01.09.2025", "2025-09-01 00:00 AM", "01/09 AM"})
        EXPECT_EQ(meaning(text), "2025-09-01 AM") << text;
    EXPECT_EQ(meaning("2/9/2025 Afternoon"), "2025-09-02 PM");
    EXPECT_EQ(meaning("2 Sept 2025"), "2025-09-02");
    EXPECT_EQ(meaning("30/06"), "2026-06-30") << "a day after new year";
}

TEST(SessionHeaders, are_nothing_else) {
    for (const auto* text :
         {"", "AM", "Mon", "UPN", "Year 4", "1", "May", "AM PM 1/9/2025", "1/9/2025 x", "45/01/2025",
          "1/13/2025", "1/9/2025 1/9/2025", "Autumn 2025", "01/09/20255", "/\\"})
        EXPECT_EQ(meaning(text), "no session") << text;
}

TEST(SessionHeaders, that_no_calendar_has_mean_no_day) {
    EXPECT_EQ(meaning("31/02/2026 AM"), "no such day");
    EXPECT_EQ(meaning("Tue 1 Sep AM"), "no such day") << "in 2025 that was a Monday";
    EXPECT_EQ(meaning("Tue 01/09/2025"), "no such day");
}

} // namespace termbook
