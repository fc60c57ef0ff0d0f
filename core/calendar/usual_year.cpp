// SPDX-License-Identifier: MPL-2.0
#include "core/calendar/usual_year.hpp"

#include <fmt/format.h>

namespace termbook {

namespace {

using namespace std::chrono;

Date first_from(weekday day, Date from) {
    return from + (day - weekday(from));
}

Date last_until(weekday day, Date until) {
    return until - (weekday(until) - day);
}

bool is_weekend(Date day) {
    return weekday(day) == Saturday || weekday(day) == Sunday;
}

/// Easter Sunday in the Gregorian calendar: the "anonymous" algorithm, as J. Meeus prints it (Astronomical
/// Algorithms, chapter 8).
Date easter(int year) {
    const int golden = year % 19;
    const int century = year / 100;
    const int of_century = year % 100;
    const int epact =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    const int correction = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int days = epact + to_sunday - 7 * correction + 114;
    return sys_days{std::chrono::year{year} / (days / 31) / (days % 31 + 1)};
}

} // namespace

year academic_year_of(Date day) {
    const year_month_day date{day};
    return date.month() >= September ? date.year() : date.year() - years{1};
}

AcademicYear usual_year(year begins) {
    const year ends = begins + years{1};
    const Date first = begins / September / 1;
    const Date sunday = easter(static_cast<int>(ends));
    Date last = ends / July / 21;
    if (is_weekend(last)) last = last_until(Friday, last);
    const Term autumn{"Autumn", Season::autumn, is_weekend(first) ? first_from(Monday, first) : first,
                      last_until(Friday, begins / December / 22)};
    const Term spring{"Spring", Season::spring, first_from(Monday, ends / January / 4), sunday - days{9}};
    const Term summer{"Summer", Season::summer, sunday + days{8}, last};
    return {fmt::format("{}/{:02}", static_cast<int>(begins), static_cast<int>(ends) % 100),
            first,
            ends / August / 31,
            {autumn, spring, summer}};
}

} // namespace termbook
