// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/attendance/habits.hpp"

#include <chrono>
#include <functional>

namespace termbook::sample {

namespace {

using namespace std::chrono;

/// How often pupils are ill against the average: most rarely, some often.
constexpr int illness_percents[] = {25, 35, 45, 55, 65, 75, 85, 95, 110, 130, 160, 230};

/// The day of a class's trip, in autumn or in spring: the same for all who are in it.
Date trip(const std::string& class_name, const SchoolCalendar& calendar) {
    int sum = 0;
    for (const char letter : class_name)
        sum += static_cast<unsigned char>(letter);
    if (sum % 2 == 0) return calendar.trips[0] + weeks{sum % 4} + days{sum % 3};
    return calendar.trips[1] + weeks{sum % 3} + days{sum % 4};
}

/// One pupil in a hundred and fifty hardly comes, one in sixteen is often away.
void make_some_absent(Habits& habits, bool secondary, Random& random) {
    const auto lot = random.below(600);
    if (lot < 4) {
        habits.illness = 1'200;
        habits.truancy = 4'500;
    } else if (lot < 40) {
        habits.illness = habits.illness * 2 + 150;
        habits.truancy = secondary ? 700 : 190;
    }
}

} // namespace

Habits habits_of(const ExportedPupil& pupil, const SchoolCalendar& calendar, bool secondary, Random& random) {
    Habits habits;
    habits.illness = 150 * random.one_of(illness_percents) / 100;
    habits.truancy = secondary ? 55 : 14;
    habits.suspension = random.chance(600) ? 110 : 4;
    habits.appointments = 60;
    habits.late = random.chance(1'500) ? 700 : 100;
    make_some_absent(habits, secondary, random);
    if (random.chance(secondary ? 1'000 : 2'300))
        habits.holiday_begins = random.one_of(calendar.weeks_before_half_terms) + days{random.below(3)};
    const auto faith = random.below(100);
    habits.keeps_diwali = faith < 3;
    habits.keeps_eid = faith >= 92;
    habits.elsewhere = secondary && random.chance(150);
    habits.part_time = secondary && random.chance(35);
    habits.trip = trip(pupil.class_name, calendar);
    return habits;
}

} // namespace termbook::sample
