// SPDX-License-Identifier: MPL-2.0
#include "core/calendar/period.hpp"
#include "tests/core/made_up_trust.hpp"

#include <gtest/gtest.h>

namespace termbook {

class EarlierPeriods : public testing::Test {
  protected:
    std::string before(std::string_view text) const { return key(m_calendar.before(resolve(text))); }
    std::string a_year_before(std::string_view text) const {
        return key(m_calendar.a_year_before(resolve(text)));
    }
    Period resolve(std::string_view text) const { return m_calendar.resolve(text, 1, day(2026, 2, 13)); }

    static std::string key(const std::optional<Period>& period) { return period ? period->key : "none"; }

    Calendar m_calendar{{year_2024_25(), year_2025_26()}};
};

TEST_F(EarlierPeriods, of_a_term_are_the_one_before_and_that_of_the_year_before) {
    EXPECT_EQ(before("spring"), "autumn@2025/26");
    EXPECT_EQ(before("term2"), "term1@2025/26");
    EXPECT_EQ(before("term1"), "term2@2024/25");
    EXPECT_EQ(before("autumn"), "none") << "2024/25 has no summer term";
    EXPECT_EQ(a_year_before("spring"), "spring@2024/25");
    EXPECT_EQ(a_year_before("summer"), "none");
    EXPECT_EQ(before("autumn@2024/25"), "none");
}

TEST_F(EarlierPeriods, of_months_and_weeks_go_over_the_year) {
    EXPECT_EQ(before("month:2026-01"), "month:2025-12");
    EXPECT_EQ(before("month:2025-09"), "month:2025-08");
    EXPECT_EQ(a_year_before("month:2026-02"), "month:2025-02");
    EXPECT_EQ(before("week:2026-W01"), "week:2025-W52");
    EXPECT_EQ(a_year_before("week:2025-W41"), "week:2024-W41");
}

TEST_F(EarlierPeriods, of_a_year_to_date_end_on_the_same_day) {
    const auto earlier = m_calendar.a_year_before(resolve("ytd"));
    ASSERT_TRUE(earlier);
    EXPECT_EQ(earlier->to, day(2025, 2, 13));
    EXPECT_FALSE(earlier->whole_year) << "totals of a year do not answer for a part of it";
    EXPECT_EQ(before("ytd"), earlier->key);
}

TEST_F(EarlierPeriods, of_a_year_that_is_over_are_the_whole_of_the_one_before) {
    const auto earlier = m_calendar.a_year_before(m_calendar.resolve("ytd", 1, day(2026, 7, 21)));
    ASSERT_TRUE(earlier);
    EXPECT_TRUE(earlier->whole_year);
    EXPECT_EQ(earlier->key, "year@2024/25");
}

} // namespace termbook
