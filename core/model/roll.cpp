// SPDX-License-Identifier: MPL-2.0
#include "core/model/roll.hpp"

#include "core/calendar/period.hpp"
#include "core/model/trust.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <set>

namespace termbook {

namespace {

/// Which pupils have records in a year.
std::vector<bool> pupils_with_records(const School& school, const Calendar& calendar, std::size_t year) {
    std::vector<bool> found(school.pupils.size(), false);
    if (const AttendanceYear* attendance = school.attendance_in(year))
        for (std::size_t i = 0; i < found.size(); ++i)
            found[i] = attendance->has_marks(i) || attendance->has_totals(i);
    if (const ResultsYear* results = school.results_in(year))
        for (const Result& result : results->results)
            found[result.pupil] = true;
    for (const Incident& incident : school.incidents)
        if (calendar.years()[year].contains(incident.on)) found[incident.pupil] = true;
    return found;
}

std::vector<std::size_t> years_with_records(const School& school, const Calendar& calendar) {
    std::set<std::size_t> years;
    for (const AttendanceYear& attendance : school.attendance)
        years.insert(attendance.year);
    for (const ResultsYear& results : school.results)
        years.insert(results.year);
    for (const Incident& incident : school.incidents)
        if (const auto year = calendar.year_of(incident.on)) years.insert(*year);
    return {years.begin(), years.end()};
}

/// How many years `later` begins after `earlier`.
int years_between(const AcademicYear& earlier, const AcademicYear& later) {
    const auto begins = [](const AcademicYear& year) {
        return static_cast<int>(std::chrono::year_month_day{year.from}.year());
    };
    return begins(later) - begins(earlier);
}

std::optional<YearGroup> counted_on(std::optional<YearGroup> year, int by) {
    if (!year) return std::nullopt;
    const YearGroup moved{year->number + by};
    const bool exists = moved >= YearGroup::first() && moved <= YearGroup::last();
    return exists ? std::optional(moved) : std::nullopt;
}

class Reckoning {
  public:
    Reckoning(School& school, const Calendar& calendar)
        : m_calendar(calendar), m_school(school), m_listed(school.rolls) {}

    void fill(std::size_t year) {
        Roll& roll = m_school.roll(year);
        const auto wanted = pupils_with_records(m_school, m_calendar, year);
        roll.pupils.resize(m_school.pupils.size());
        for (std::size_t pupil = 0; pupil < wanted.size(); ++pupil)
            if (wanted[pupil] && !roll.pupils[pupil]) roll.pupils[pupil] = nearest(pupil, year);
    }

  private:
    Enrolment nearest(std::size_t pupil, std::size_t year) const {
        const AcademicYear& wanted = m_calendar.years()[year];
        Enrolment reckoned;
        int distance = std::numeric_limits<int>::max();
        for (const Roll& roll : m_listed) {
            const Enrolment* listed = roll.enrolment(pupil);
            const int by = years_between(m_calendar.years()[roll.year], wanted);
            if (!listed || std::abs(by) >= distance) continue;
            distance = std::abs(by);
            reckoned = *listed;
            reckoned.year = counted_on(listed->year, by);
            if (by != 0) reckoned.class_name.clear();
        }
        reckoned.reckoned = true;
        return reckoned;
    }

    const Calendar& m_calendar;
    School& m_school;
    const std::vector<Roll> m_listed; ///< as they were before anything was reckoned
};

} // namespace

void reckon_rolls(School& school, const Calendar& calendar) {
    Reckoning reckoning(school, calendar);
    for (const std::size_t year : years_with_records(school, calendar))
        reckoning.fill(year);
}

} // namespace termbook
