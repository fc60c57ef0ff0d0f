// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/attendance/school_days.hpp"
#include "cli/sample/exported_school.hpp"
#include "cli/sample/random.hpp"

#include <string>
#include <vector>

namespace termbook::sample {

/// A year group that attends differently from the rest of its school.
struct Trouble {
    std::string year;
    Date since;
    int illness_percent{100}; ///< how often they are ill, against what is usual
    int truancy_percent{100}; ///< how often they are away without leave
};

/// How a school's pupils attend.
struct AttendanceStory {
    bool secondary{false};
    int illness_percent{100};
    bool long_codes{false}; ///< the system writes codes of two characters
    std::vector<Trouble> troubles;
};

/// Fills in the marks of every pupil for every day of the school: illness in spells, most of it in November
/// and December; a few pupils who are often away and one or two who hardly come; holidays before half terms;
/// appointments, lateness, trips and matches. Reception starts with mornings only; who is not on roll yet, or
/// no more, is marked so.
void write_registers(ExportedSchool& school, const SchoolCalendar& calendar, const AttendanceStory& story,
                     const AttendanceCodes& codes, Random& random);

} // namespace termbook::sample
