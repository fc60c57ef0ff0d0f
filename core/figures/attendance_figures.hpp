// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/catalogue.hpp"
#include "core/figures/session_counts.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace termbook {

/// The attendance rows of the catalogue.
std::span<const FigureDefinition> attendance_definitions();

/// What one pupil adds to a figure.
struct Counted {
    std::int64_t numerator{0};
    std::int64_t denominator{0};
};

/// One way of counting: what it needs to know of a pupil, and what the pupil adds. Rates divide one sum by
/// the other.
struct AttendanceRule {
    std::string_view key;
    Detail needs;
    Counted (*count)(const PupilSessions& sessions, std::int64_t sessions_of_code);
    bool counts_pupils{false}; ///< pupils rather than sessions: a small numerator names people
};

/// The rule of an attendance figure, or null.
const AttendanceRule* attendance_rule(std::string_view key);

} // namespace termbook
