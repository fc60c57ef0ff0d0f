// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace termbook {

/// A length in half days.
struct HalfDays {
    std::int64_t count{0};
    bool rounded{false}; ///< it was no whole number of half days: this is the nearest

    friend bool operator==(const HalfDays&, const HalfDays&) = default;
};

/// What a number with no unit of its own counts.
enum class LengthUnit { days, half_days };

/// "2.5", "2.5 days", "5 sessions", "1 half day"; none for anything else, what is below 0, and what
/// is longer than a year.
std::optional<HalfDays> parse_half_days(std::string_view text, LengthUnit unit);

} // namespace termbook
