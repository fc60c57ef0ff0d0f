// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/conduct/half_days.hpp"

#include "connectors/mis/tables/values.hpp"
#include "connectors/profiles/profile.hpp"

#include <charconv>
#include <cmath>
#include <string>

namespace termbook {

namespace {

constexpr double half_days_of(LengthUnit unit) {
    return unit == LengthUnit::days ? 2 : 1;
}

constexpr double most_half_days = half_days_of(LengthUnit::days) * 366;

/// What is written behind a number; none for a word that is no unit.
std::optional<LengthUnit> parse_unit(std::string_view word, LengthUnit otherwise) {
    if (word.empty()) return otherwise;
    if (word == "day" || word == "days" || word == "d") return LengthUnit::days;
    if (word == "session" || word == "sessions" || word == "half day" || word == "half days" ||
        word == "half-day" || word == "half-days")
        return LengthUnit::half_days;
    return std::nullopt;
}

} // namespace

std::optional<HalfDays> parse_half_days(std::string_view text, LengthUnit unit) {
    const std::string folded = folded_header(text);
    double number = 0;
    const auto [end, error] = std::from_chars(folded.data(), folded.data() + folded.size(), number);
    if (error != std::errc{}) return std::nullopt;
    const auto rest = static_cast<std::size_t>(end - folded.data());
    const auto written = parse_unit(trimmed(std::string_view(folded).substr(rest)), unit);
    if (!written) return std::nullopt;
    const double half_days = number * half_days_of(*written);
    if (!(half_days >= 0 && half_days <= most_half_days)) return std::nullopt;
    const double whole = std::round(half_days);
    return HalfDays{static_cast<std::int64_t>(whole), whole != half_days};
}

} // namespace termbook
