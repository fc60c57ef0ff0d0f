// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace termbook::marks {

/// What a mark shows when a format stands behind a bar.
enum class FormatKind {
    number,      ///< the value without unit
    percent,     ///< the value with a per cent sign
    points,      ///< the value with its sign, as a difference of percentages
    numerator,   ///< what was counted; `count` is the same
    denominator, ///< out of how many
    of,          ///< "12 of 84"
    status,      ///< "On track", "Close", "Off track"
    target,      ///< the figure's target
    since,       ///< "October 2025": since when it is off target; empty when it is not
    period,      ///< what the figure was counted over
    definition,  ///< how it is counted, in words
    long_date,   ///< of a date: "21 November 2026"
};

struct Format {
    std::string_view name; ///< as written behind the bar
    FormatKind kind;
    bool of_figure; ///< otherwise it goes with fields
};

/// Every format, in the order that messages list them.
std::span<const Format> formats();

/// The format of that name, or null.
const Format* find_format(std::string_view name);

/// "number, percent, …" for messages.
std::string format_names();

/// What to do about an unknown format: "did you mean 'points'?" where a known name is near.
std::string nearest_format(std::string_view name);

} // namespace termbook::marks
