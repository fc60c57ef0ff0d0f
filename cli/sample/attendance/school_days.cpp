// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/attendance/school_days.hpp"

#include <algorithm>

namespace termbook::sample {

namespace {

using namespace std::chrono;

bool is_school_day(const SchoolCalendar& calendar, Date date) {
    const weekday day{date};
    if (day == Saturday || day == Sunday) return false;
    return std::none_of(calendar.holidays.begin(), calendar.holidays.end(),
                        [&](const DaysOff& holiday) { return holiday.hold(date); });
}

} // namespace

const SchoolCalendar& calendar_2024_25() {
    static const SchoolCalendar calendar{
        {"2024/25",
         Date{2024y / September / 1},
         Date{2025y / August / 31},
         {{"Autumn", Season::autumn, Date{2024y / September / 2}, Date{2024y / December / 20}},
          {"Spring", Season::spring, Date{2025y / January / 6}, Date{2025y / April / 4}},
          {"Summer", Season::summer, Date{2025y / April / 22}, Date{2025y / July / 22}}}},
        {{Date{2024y / October / 28}, Date{2024y / November / 1}},
         {Date{2025y / February / 17}, Date{2025y / February / 21}},
         {Date{2025y / May / 5}, Date{2025y / May / 5}},
         {Date{2025y / May / 26}, Date{2025y / May / 30}}},
        Date{2024y / November / 1},
        Date{2025y / March / 31},
        Date{2025y / January / 9},
        Date{2024y / September / 13},
        {Date{2024y / October / 21}, Date{2024y / December / 16}, Date{2025y / February / 10}},
        Date{2025y / March / 3},
        {Date{2024y / September / 24}, Date{2025y / January / 21}}};
    return calendar;
}

const SchoolCalendar& calendar_2025_26() {
    static const SchoolCalendar calendar{
        {"2025/26",
         Date{2025y / September / 1},
         Date{2026y / August / 31},
         {{"Autumn", Season::autumn, Date{2025y / September / 1}, Date{2025y / December / 19}},
          {"Spring", Season::spring, Date{2026y / January / 5}, Date{2026y / March / 27}},
          {"Summer", Season::summer, Date{2026y / April / 13}, Date{2026y / July / 21}}}},
        {{Date{2025y / October / 27}, Date{2025y / October / 31}},
         {Date{2026y / February / 16}, Date{2026y / February / 20}},
         {Date{2026y / May / 4}, Date{2026y / May / 4}},
         {Date{2026y / May / 25}, Date{2026y / May / 29}}},
        Date{2025y / October / 20},
        Date{2026y / March / 20},
        Date{2026y / January / 8},
        Date{2025y / September / 12},
        {Date{2025y / October / 20}, Date{2025y / December / 15}, Date{2026y / February / 9}},
        Date{2026y / March / 2},
        {Date{2025y / September / 23}, Date{2026y / January / 20}}};
    return calendar;
}

std::vector<Date> school_days(const SchoolCalendar& calendar, Date last) {
    std::vector<Date> found;
    for (const Term& term : calendar.year.terms)
        for (Date date = term.from; date <= std::min(term.to, last); date += days{1})
            if (is_school_day(calendar, date)) found.push_back(date);
    return found;
}

} // namespace termbook::sample
