// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluation/arithmetic.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace termbook::formulas {

namespace {

constexpr double same_share = 0x1p-48;
constexpr double integers_end = 0x1p53;  ///< beyond, not every whole number can be held
constexpr double fractions_end = 0x1p52; ///< beyond, no fraction can be held

bool is_exact_integer(double number) {
    return std::abs(number) <= integers_end && std::trunc(number) == number;
}

double power_of_ten(int exponent) {
    return std::pow(10.0, exponent);
}

double whole(double number, Rounding rounding) {
    switch (rounding) {
    case Rounding::half_away:
        return whole_below(number + 0.5);
    case Rounding::away:
        return -whole_below(-number);
    case Rounding::towards_zero:
        return whole_below(number);
    }
    return number;
}

} // namespace

bool nearly_equal(double a, double b) {
    if (a == b) return true;
    if (a == 0 || b == 0 || std::signbit(a) != std::signbit(b)) return false;
    const double apart = std::abs(a - b);
    if (!std::isfinite(apart) || (is_exact_integer(a) && is_exact_integer(b))) return false;
    return apart < std::min(std::abs(a), std::abs(b)) * same_share;
}

double add(double a, double b) {
    if (std::signbit(a) != std::signbit(b) && nearly_equal(a, -b)) return 0;
    return a + b;
}

double subtract(double a, double b) {
    if (std::signbit(a) == std::signbit(b) && nearly_equal(a, b)) return 0;
    return a - b;
}

double to_significant_digits(double number, int digits) {
    if (number == 0 || !std::isfinite(number)) return number;
    std::array<char, 64> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), number,
                                       std::chars_format::scientific, digits - 1);
    double rounded = number;
    std::from_chars(text.data(), written.ptr, rounded);
    return rounded;
}

double whole_below(double number) {
    if (is_exact_integer(number) || std::abs(number) >= fractions_end) return number;
    const double scaled = number * 0x1p11;
    if (std::trunc(scaled) == scaled) return std::floor(number); // so few binary places are no noise
    return std::floor(to_significant_digits(number, 15));
}

double round_to(double number, int decimals, Rounding rounding) {
    if (number == 0 || !std::isfinite(number)) return number;
    double size = std::abs(number);
    if (decimals >= 0 && (is_exact_integer(size) || size >= fractions_end)) return number;
    // Calc looks at twelve digits before it rounds up or down, so that noise does not lift a number to the
    // next one.
    if (rounding != Rounding::half_away && decimals < 12 && !is_exact_integer(size))
        size = to_significant_digits(size, 12);
    if (decimals > 0)
        decimals = std::min(decimals, 52 - std::ilogb(size)); // no more binary digits than it has
    const double factor = power_of_ten(std::abs(decimals));
    if (!std::isfinite(factor)) return decimals < 0 ? 0 : number;
    const double scaled = decimals < 0 ? size / factor : size * factor;
    if (!std::isfinite(scaled)) return number;
    const double rounded = scaled < fractions_end ? whole(scaled, rounding) : scaled;
    const double result = decimals < 0 ? rounded * factor : rounded / factor;
    return std::copysign(result, number);
}

void Sum::add(double number) {
    const double sum = m_sum + number;
    m_lost += std::abs(m_sum) >= std::abs(number) ? (m_sum - sum) + number : (number - sum) + m_sum;
    m_sum = sum;
}

double Sum::total() const {
    if (!std::isfinite(m_sum)) return m_sum;
    return formulas::add(m_sum, m_lost);
}

} // namespace termbook::formulas
