// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/academic_year.hpp"

#include <array>
#include <vector>

namespace termbook::sample {

/// Days in a row, both ends included.
struct DaysOff {
    Date from;
    Date to;
    bool hold(Date date) const { return from <= date && date <= to; }
};

/// An academic year as the sample's schools keep it: three terms, and the days on which something is
/// different.
struct SchoolCalendar {
    AcademicYear year;
    std::vector<DaysOff> holidays; ///< within terms
    Date diwali;
    Date eid;
    Date snow;
    Date mornings_only_until;                    ///< of Reception
    std::array<Date, 3> weeks_before_half_terms; ///< their Mondays: when holidays begin early
    Date work_experience;                        ///< the Monday of its week
    std::array<Date, 2> trips;                   ///< from when classes go, in autumn and in spring
};

const SchoolCalendar& calendar_2024_25();
const SchoolCalendar& calendar_2025_26();

/// The days of school of a year up to `last`, without weekends and holidays.
std::vector<Date> school_days(const SchoolCalendar& calendar, Date last);

} // namespace termbook::sample
