// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace termbook {

/// Whether 04/03/2025 is a day of March, as British systems write it, or of April; or nobody knows, since its
/// column has both: then it is no date, but 14/03/2025 and 03/14/2025 still are.
enum class DateOrder { day_first, month_first, both };

/// A date as exports write it: 2025-09-01, 01/09/2025, 1.9.25, 01-Sep-2025, 1 September 2025, 20250901, or
/// the number that a spreadsheet has for the day (45901); perhaps with a time behind it, which does not
/// count. Years of two digits are those from 1950 to 2049.
std::optional<Date> parse_date(std::string_view text, DateOrder order = DateOrder::day_first);

/// What a date of three numbers says of the order of its column: 13/02/2025 can have the day first only.
enum class OrderSeen { none, either, day_first, month_first };
OrderSeen order_seen(std::string_view text);

/// What is wrong with a text that parse_date() takes for no date, without the text.
std::string date_fault(std::string_view text, DateOrder order);

} // namespace termbook
