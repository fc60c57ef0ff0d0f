// SPDX-License-Identifier: MPL-2.0
#include "core/calendar/usual_year.hpp"

#include "core/calendar/period.hpp"

#include <gtest/gtest.h>

namespace termbook {

namespace {

using namespace std::chrono;

std::string dates_of(int begins) {
    std::string text;
    for (const Term& term : usual_year(year{begins}).terms)
        text += (text.empty() ? "" : ", ") + iso_text(term.from) + " " + iso_text(term.to);
    return text;
}

bool is_school_day(Date day) {
    return weekday(day) != Saturday && weekday(day) != Sunday;
}

} // namespace

TEST(UsualYear, has_the_terms_around_christmas_and_easter) {
    // Easter is on 31 March 2024, 20 April 2025 and 5 April 2026.
    EXPECT_EQ(dates_of(2023), "2023-09-01 2023-12-22, 2024-01-08 2024-03-22, 2024-04-08 2024-07-19");
    EXPECT_EQ(dates_of(2024), "2024-09-02 2024-12-20, 2025-01-06 2025-04-11, 2025-04-28 2025-07-21");
    EXPECT_EQ(dates_of(2025), "2025-09-01 2025-12-19, 2026-01-05 2026-03-27, 2026-04-13 2026-07-21");
}

TEST(UsualYear, has_three_terms_of_school_days_in_order_whenever_it_begins) {
    for (int begins = 1990; begins < 2100; ++begins) {
        SCOPED_TRACE(begins);
        const AcademicYear each = usual_year(year{begins});
        Date before = each.from - days{1};
        ASSERT_EQ(each.terms.size(), 3U);
        for (const Term& term : each.terms) {
            EXPECT_LT(before, term.from);
            EXPECT_GT(term.to - term.from, weeks{8});
            EXPECT_TRUE(is_school_day(term.from) && is_school_day(term.to));
            before = term.to;
        }
        EXPECT_LT(before, each.to);
        EXPECT_EQ(usual_year(year{begins + 1}).from, each.to + days{1});
        EXPECT_NO_THROW(Calendar({each}).resolve("spring", 0, {}));
    }
}

TEST(UsualYear, is_named_by_both_years_and_begins_in_september) {
    EXPECT_EQ(usual_year(year{1999}).name, "1999/00");
    EXPECT_EQ(academic_year_of(*make_date(2026, 8, 31)), year{2025});
    EXPECT_EQ(academic_year_of(*make_date(2026, 9, 1)), year{2026});
    EXPECT_EQ(academic_year_of(*make_date(2026, 1, 1)), year{2025});
}

} // namespace termbook
