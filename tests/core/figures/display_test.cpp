// SPDX-License-Identifier: MPL-2.0
#include "core/figures/figure.hpp"

#include <gtest/gtest.h>

namespace termbook {

namespace {

std::string rate(std::int64_t numerator, std::int64_t denominator) {
    FigureAnswer answer;
    answer.status = FigureStatus::ok;
    answer.numerator = numerator;
    answer.denominator = denominator;
    answer.value = 100.0 * static_cast<double>(numerator) / static_cast<double>(denominator);
    return display(answer);
}

std::string points(double value) {
    FigureAnswer answer;
    answer.status = FigureStatus::ok;
    answer.unit = Unit::points;
    answer.value = value;
    return display(answer);
}

std::string count(std::int64_t number) {
    FigureAnswer answer;
    answer.status = FigureStatus::ok;
    answer.unit = Unit::count;
    answer.numerator = number;
    answer.value = static_cast<double>(number);
    return display(answer);
}

} // namespace

TEST(Display, of_a_rate_has_one_decimal_and_rounds_half_up_from_the_exact_counts) {
    EXPECT_EQ(rate(19, 20), "95.0%");
    EXPECT_EQ(rate(1, 3), "33.3%");
    EXPECT_EQ(rate(2, 3), "66.7%");
    // 94.65 and 0.15 exactly: as binary fractions both lie a hair below.
    EXPECT_EQ(rate(1893, 2000), "94.7%");
    EXPECT_EQ(rate(3, 2000), "0.2%");
    EXPECT_EQ(rate(18929, 20000), "94.6%");
    EXPECT_EQ(rate(1, 1), "100.0%");
}

TEST(Display, tells_a_true_zero_from_a_low_rate) {
    EXPECT_EQ(rate(0, 2000), "0.0%");
    EXPECT_EQ(rate(1, 2001), "low");
    EXPECT_EQ(rate(1, 2000), "0.1%");
}

TEST(Display, of_points_has_a_sign) {
    EXPECT_EQ(points(1.4), "+1.4");
    EXPECT_EQ(points(-1.4), "−1.4");
    EXPECT_EQ(points(0.04), "0.0");
    EXPECT_EQ(points(-0.04), "0.0");
    EXPECT_EQ(points(-0.05), "−0.1");
    EXPECT_EQ(points(95.0 - 95.65), "−0.7");
}

TEST(Display, of_a_count_has_thousands) {
    EXPECT_EQ(count(0), "0");
    EXPECT_EQ(count(999), "999");
    EXPECT_EQ(count(1234), "1,234");
    EXPECT_EQ(count(1234567), "1,234,567");
}

TEST(Display, of_what_has_no_value_is_its_symbol) {
    FigureAnswer answer;
    const std::pair<FigureStatus, std::string> symbols[] = {
        {FigureStatus::suppressed, "c"}, {FigureStatus::no_data, "x"}, {FigureStatus::not_applicable, "z"}};
    for (const auto& [status, expected] : symbols) {
        answer.status = status;
        EXPECT_EQ(display(answer), expected);
    }
}

TEST(FigureRequests, are_written_as_marks_with_selectors_in_order) {
    EXPECT_EQ((FigureRequest{"attendance.rate", {}, {}}.mark()), "attendance.rate");
    EXPECT_EQ((FigureRequest{"attendance.rate", {{"year", "4"}, {"class", "4 A"}}, "target"}.mark()),
              "attendance.rate against=target class=\"4 A\" year=4");
}

} // namespace termbook
