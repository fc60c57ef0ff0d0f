// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace termbook {

/// A day, without a time or a zone.
using Date = std::chrono::sys_days;

/// The day of a calendar date, or none when there is no such day (31 February).
std::optional<Date> make_date(int year, unsigned month, unsigned day);

/// The Monday of an ISO 8601 week; none where the year has no such week.
std::optional<Date> iso_week(int year, unsigned week);

/// "2025-09-01", also with a time behind it ("2025-09-01T09:00:00").
std::optional<Date> parse_iso_date(std::string_view text);

/// "01/09/2025" or "1/9/2025", day first as in Britain.
std::optional<Date> parse_british_date(std::string_view text);

/// "2025-09-01".
std::string iso_text(Date date);

/// "1 September 2025".
std::string long_text(Date date);

/// "September 2025".
std::string month_text(Date date);

} // namespace termbook
