// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace termbook::odf {

/// The day that spreadsheets count from.
inline constexpr std::chrono::sys_days null_date{std::chrono::year{1899} / 12 / 30};

/// office:date-value ("2026-11-21", "2026-11-21T08:45:00") in days since 30 December 1899, as spreadsheets
/// count.
std::optional<double> to_serial_date(std::string_view date);

/// office:time-value ("PT08H45M00S") in days.
std::optional<double> to_days(std::string_view duration);

} // namespace termbook::odf
