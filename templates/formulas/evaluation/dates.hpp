// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string_view>

namespace termbook::formulas {

/// Days as spreadsheets count them: 0 is 30 December 1899.
struct Day {
    int year{0};
    int month{0};   ///< from 1
    int day{0};     ///< from 1
    int weekday{0}; ///< from 0, Sunday
};

/// None when there is no such day.
std::optional<double> to_serial(int year, int month, int day);

/// The day of a whole number between the years 1 and 9999; none outside.
std::optional<Day> to_day(double serial);

/// "January" for 1.
std::string_view month_name(int month);

/// "Sunday" for 0.
std::string_view weekday_name(int weekday);

} // namespace termbook::formulas
