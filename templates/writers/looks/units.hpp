// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace termbook::writers {

/// An OpenDocument length ("2.54cm", "10pt") in points.
std::optional<double> to_points(std::string_view length);

/// "#12436D" as 0x12436D; none for "transparent" and what is no colour.
std::optional<std::uint32_t> to_colour(std::string_view colour);

/// The number at the start of the text, as written in every locale: "1.25", "125%".
std::optional<double> to_number(std::string_view text);

/// office:date-value ("2026-11-21", "2026-11-21T08:45:00") in days since 30 December 1899, as spreadsheets
/// count.
std::optional<double> to_serial_date(std::string_view date);

/// office:time-value ("PT08H45M00S") in days.
std::optional<double> to_days(std::string_view duration);

} // namespace termbook::writers
