// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/system_file.hpp"

namespace termbook::sample {

/// The exports of a school's present year, as its system makes them: of SIMS a whole-school spreadsheet (of a
/// primary school CSV, with a report of lessons in XML beside it; of a secondary one XML) and a CTF; of Arbor
/// a list of students and the marks in rows; of ScholarPack a list and a CTF.
Files exports_of(System system, const ExportedSchool& school, const AttendanceCodes& codes);

/// Those that were kept of a year gone by: a list, and a CTF.
Files kept_exports_of(System system, const ExportedSchool& school, const AttendanceCodes& codes);

} // namespace termbook::sample
