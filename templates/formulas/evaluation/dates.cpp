// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluation/dates.hpp"

#include <array>
#include <chrono>

namespace termbook::formulas {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr sys_days null_date{std::chrono::year{1899} / 12 / 30};

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

} // namespace

std::optional<double> to_serial(int year, int month, int day) {
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return static_cast<double>((sys_days{date} - null_date).count());
}

std::optional<Day> to_day(double serial) {
    constexpr double first = -693593; // 1 January of the year 1
    constexpr double last = 2958465;  // 31 December 9999
    if (!(serial >= first && serial <= last)) return std::nullopt;
    const sys_days day = null_date + std::chrono::days{static_cast<int>(serial)};
    const year_month_day date{day};
    return Day{.year = static_cast<int>(date.year()),
               .month = static_cast<int>(static_cast<unsigned>(date.month())),
               .day = static_cast<int>(static_cast<unsigned>(date.day())),
               .weekday = static_cast<int>(std::chrono::weekday{day}.c_encoding())};
}

std::string_view month_name(int month) {
    return months[static_cast<std::size_t>(month - 1)];
}

std::string_view weekday_name(int weekday) {
    return weekdays[static_cast<std::size_t>(weekday)];
}

} // namespace termbook::formulas
