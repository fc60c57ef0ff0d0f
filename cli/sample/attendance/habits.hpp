// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/attendance/school_days.hpp"
#include "cli/sample/exported_school.hpp"
#include "cli/sample/random.hpp"

#include <optional>

namespace termbook::sample {

/// What makes one pupil's attendance: chances of something on a day, out of 10,000.
struct Habits {
    int illness{0};
    int truancy{0};
    int suspension{0};
    int appointments{0};
    int late{0};
    std::optional<Date> holiday_begins; ///< within the week before a half term
    bool keeps_diwali{false};
    bool keeps_eid{false};
    bool elsewhere{false}; ///< a day a week with another provider
    bool part_time{false}; ///< mornings only, for a while agreed
    Date trip;
};

Habits habits_of(const ExportedPupil& pupil, const SchoolCalendar& calendar, bool secondary, Random& random);

} // namespace termbook::sample
