// SPDX-License-Identifier: MPL-2.0
#include "core/calendar/period.hpp"
#include "core/diagnostics/error.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace termbook {

namespace {

using testing::HasSubstr;

Period period(std::string_view text, std::optional<Date> last = {}) {
    return Calendar({year_2024_25(), year_2025_26()}).resolve(text, 1, last);
}

std::string days_of(const Period& found) {
    return iso_text(found.from) + " to " + iso_text(found.to);
}

std::string refusal(std::string_view text) {
    try {
        return days_of(period(text));
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage);
        return error.what();
    }
}

AcademicYear six_terms() {
    AcademicYear year{"2025/26", day(2025, 9, 1), day(2026, 8, 31), {}};
    const std::pair<Season, int> terms[] = {{Season::autumn, 9}, {Season::autumn, 11}, {Season::spring, 1},
                                            {Season::spring, 3}, {Season::summer, 4},  {Season::summer, 6}};
    for (const auto& [season, month] : terms) {
        const int of = month >= 9 ? 2025 : 2026;
        year.terms.push_back({"Term " + std::to_string(year.terms.size() + 1), season,
                              day(of, static_cast<unsigned>(month), 2),
                              day(of, static_cast<unsigned>(month), 20)});
    }
    return year;
}

} // namespace

TEST(Periods, of_a_year_are_its_days_and_answered_by_totals) {
    EXPECT_EQ(days_of(period("year")), "2025-09-01 to 2026-08-31");
    EXPECT_TRUE(period("year").whole_year);
    EXPECT_EQ(period("year").key, "year@2025/26");
}

TEST(Periods, to_date_end_with_the_last_session) {
    const Period found = period("ytd", day(2026, 3, 27));
    EXPECT_EQ(days_of(found), "2025-09-01 to 2026-03-27");
    EXPECT_EQ(found.name, "2025/26 to 27 March 2026");
    EXPECT_TRUE(found.whole_year);
    EXPECT_EQ(days_of(period("ytd")), "2025-09-01 to 2026-08-31");
}

TEST(Periods, are_terms_by_season_and_by_number) {
    EXPECT_EQ(days_of(period("autumn")), "2025-09-01 to 2025-12-19");
    EXPECT_EQ(days_of(period("term2")), "2026-01-05 to 2026-03-27");
    EXPECT_EQ(period("autumn").name, "Autumn term 2025/26");
    EXPECT_FALSE(period("autumn").whole_year);
}

TEST(Periods, may_name_another_year) {
    EXPECT_EQ(days_of(period("spring@2024/25")), "2025-01-06 to 2025-04-04");
    EXPECT_EQ(period("year@2024/25").year, 0u);
}

TEST(Periods, of_six_terms_are_seasons_of_two_halves) {
    const Calendar calendar({six_terms()});
    EXPECT_EQ(days_of(calendar.resolve("autumn", 0, {})), "2025-09-02 to 2025-11-20");
    EXPECT_EQ(days_of(calendar.resolve("half3", 0, {})), "2026-01-02 to 2026-01-20");
    EXPECT_EQ(days_of(calendar.resolve("term6", 0, {})), "2026-06-02 to 2026-06-20");
}

TEST(Periods, of_a_month_end_with_its_last_day) {
    EXPECT_EQ(days_of(period("month:2025-11")), "2025-11-01 to 2025-11-30");
    EXPECT_EQ(days_of(period("month:2026-02")), "2026-02-01 to 2026-02-28");
    EXPECT_EQ(period("month:2024-10").year, 0u);
    EXPECT_EQ(period("month:2025-11").name, "November 2025");
}

TEST(Periods, of_a_week_follow_iso_8601) {
    EXPECT_EQ(days_of(period("week:2025-W41")), "2025-10-06 to 2025-10-12");
    EXPECT_EQ(days_of(period("week:2026-W01")), "2025-12-29 to 2026-01-04");
    EXPECT_EQ(days_of(period("week:2026-W02")), "2026-01-05 to 2026-01-11");
}

TEST(Periods, that_do_not_exist_are_refused_with_what_does) {
    EXPECT_THAT(refusal("lent"), HasSubstr("found the period 'lent'; expected year, ytd, autumn"));
    EXPECT_THAT(refusal("autumn@2019/20"), HasSubstr("add the <year>"));
    EXPECT_THAT(refusal("term4"), HasSubstr("a number from 1 to 3"));
    EXPECT_THAT(refusal("half1"), HasSubstr("six terms"));
    for (const auto* text :
         {"month:2025-13", "month:2025", "month:1999-01", "week:2025-W53", "week:2025-W00", "week:2025",
          "week:2025-W", "term", "term0", "term-1", "termx", "", "AUTUMN", "autumn@"})
        EXPECT_THAT(refusal(text), HasSubstr("found the period '")) << text;
}

TEST(Periods, listed_to_a_date_are_those_that_have_begun) {
    const Calendar calendar({year_2025_26()});
    EXPECT_EQ(calendar.terms(0, day(2026, 1, 5)).size(), 2u);
    EXPECT_EQ(calendar.terms(0, day(2026, 1, 4)).size(), 1u);
    EXPECT_EQ(calendar.months(0, day(2025, 11, 1)).size(), 3u);
    EXPECT_EQ(calendar.months(0, {}).size(), 12u);
    EXPECT_EQ(calendar.months(0, {}).back().key, "month:2026-08");
}

TEST(Periods, of_one_stretch_share_a_key) {
    const auto key = [](const AcademicYear& year, std::string_view text) {
        const Calendar calendar({year});
        return calendar.shared_key(calendar.resolve(text, 0, {}));
    };
    EXPECT_EQ(key(year_2025_26(), "term2"), "spring@2025/26");
    EXPECT_EQ(key(year_2025_26(), "spring"), "spring@2025/26");
    EXPECT_EQ(key(year_2025_26(), "month:2025-10"), "month:2025-10");
    EXPECT_EQ(key(six_terms(), "half3"), "term3@2025/26");
    EXPECT_EQ(key(six_terms(), "term3"), "term3@2025/26");
}

} // namespace termbook
