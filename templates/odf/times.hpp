// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string_view>

namespace termbook::odf {

/// office:date-value ("2026-11-21", "2026-11-21T08:45:00") in days since 30 December 1899, as spreadsheets
/// count.
std::optional<double> to_serial_date(std::string_view date);

/// office:time-value ("PT08H45M00S") in days.
std::optional<double> to_days(std::string_view duration);

} // namespace termbook::odf
