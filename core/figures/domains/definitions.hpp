// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/catalogue.hpp"

#include <span>

namespace termbook {

// The rows of the catalogue, a domain each.
std::span<const FigureDefinition> attendance_definitions();
std::span<const FigureDefinition> roll_definitions();
std::span<const FigureDefinition> attainment_definitions();
std::span<const FigureDefinition> conduct_definitions();
std::span<const FigureDefinition> staff_definitions();

constexpr FigureDefinition by_code(FigureDefinition definition) {
    definition.needs_code = true;
    return definition;
}

constexpr FigureDefinition by_subject(FigureDefinition definition) {
    definition.needs_subject = true;
    return definition;
}

/// Marks a figure that counts pupils, or what few pupils do: where anybody may read it, a few of them may not
/// be named.
constexpr FigureDefinition of_pupils(FigureDefinition definition) {
    definition.counts_pupils = true;
    return definition;
}

/// Makes a definition without a count one that is counted by members of staff.
constexpr FigureDefinition of_staff(FigureDefinition definition,
                                    Counted (*count)(const StaffRecord& record)) {
    definition.count_staff = count;
    return definition;
}

constexpr std::int64_t as_count(bool yes) {
    return yes ? 1 : 0;
}

} // namespace termbook
