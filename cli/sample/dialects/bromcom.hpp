// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/formats/table.hpp"

namespace termbook::sample {

/// The school's marks as Bromcom's Attendances, a row a session, with the school's own Mark beside the
/// ExportMark.
Table bromcom_marks(const ExportedSchool& school, const AttendanceCodes& codes);

/// The same as its AttendanceSessions: a row a pupil, the marks of all weekdays in one cell.
Table bromcom_strings(const ExportedSchool& school, const AttendanceCodes& codes);

} // namespace termbook::sample
