// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>
#include <string_view>

namespace termbook {

enum class Unit {
    percent, ///< 0–100, unrounded
    points,  ///< a difference of two percentages
    count,
};

std::string_view to_string(Unit unit);

/// What a figure is: one row of the catalogue.
struct FigureDefinition {
    std::string_view key;   ///< as a mark writes it: "attendance.rate"
    std::string_view title; ///< as a page writes it: "Attendance"
    Unit unit;
    std::string_view numerator;   ///< what is counted, in words: "sessions attended"
    std::string_view denominator; ///< out of what; empty for a count
    std::string_view definition;  ///< one or two sentences for the reader of a page
    bool needs_code{false};       ///< the mark must say `code=…`
};

/// Every figure that can be asked for, in the order that people read them. Attendance is defined as in the
/// DfE's methodology for "Pupil attendance in schools".
std::span<const FigureDefinition> catalogue();

/// The figure of that key, or null.
const FigureDefinition* find_figure(std::string_view key);

} // namespace termbook
