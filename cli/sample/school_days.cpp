// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/school_days.hpp"

#include <algorithm>

namespace termbook::sample {

namespace {

using namespace std::chrono;

struct Days {
    Date from;
    Date to;
    bool hold(Date date) const { return from <= date && date <= to; }
};

constexpr Days holidays[] = {
    {Date{2025y / October / 27}, Date{2025y / October / 31}},
    {Date{2026y / February / 16}, Date{2026y / February / 20}},
    {Date{2026y / May / 4}, Date{2026y / May / 4}},
    {Date{2026y / May / 25}, Date{2026y / May / 29}},
};

bool is_school_day(Date date) {
    const weekday day{date};
    if (day == Saturday || day == Sunday) return false;
    return std::none_of(std::begin(holidays), std::end(holidays),
                        [&](const Days& holiday) { return holiday.hold(date); });
}

} // namespace

AcademicYear year_2025_26() {
    return {"2025/26",
            Date{2025y / September / 1},
            Date{2026y / August / 31},
            {{"Autumn", Season::autumn, Date{2025y / September / 1}, Date{2025y / December / 19}},
             {"Spring", Season::spring, Date{2026y / January / 5}, Date{2026y / March / 27}},
             {"Summer", Season::summer, Date{2026y / April / 13}, Date{2026y / July / 21}}}};
}

std::vector<Date> school_days(Date last) {
    std::vector<Date> found;
    for (const Term& term : year_2025_26().terms)
        for (Date date = term.from; date <= std::min(term.to, last); date += days{1})
            if (is_school_day(date)) found.push_back(date);
    return found;
}

} // namespace termbook::sample
