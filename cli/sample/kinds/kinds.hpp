// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/attendance/school_days.hpp"
#include "cli/sample/exported_school.hpp"
#include "cli/sample/kinds/story.hpp"
#include "cli/sample/system_file.hpp"

namespace termbook::sample {

/// A school's statutory results of 2024/25. SIMS writes a table for each assessment, Arbor a row for
/// each result, ScholarPack a row for each pupil.
Files statutory_exports_of(System system, const ExportedSchool& school, const SchoolStory& story);

/// The rest, so far as the year has come: the judgements of a tracker, suspensions and exclusions, behaviour
/// incidents, and the staff with their absences.
Files exports_of_kinds(System system, const ExportedSchool& school, const SchoolCalendar& calendar,
                       const SchoolStory& story, const AttendanceCodes& codes);

} // namespace termbook::sample
