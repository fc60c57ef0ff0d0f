// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/formats/table.hpp"

namespace termbook::sample {

/// The school as a list of students of Arbor's: long headers with no-break spaces and the dates of the period
/// that they are about, answers that are Yes or blank, dates in two ways, and classes several in a cell. With
/// `totals` three columns of attendance.
Table arbor_students(const ExportedSchool& school, const AttendanceCodes& codes, bool totals);

/// Its marks by the names of Arbor's connector for business intelligence, each pupil by the list's own
/// number.
Table arbor_marks(const ExportedSchool& school, const AttendanceCodes& codes);

} // namespace termbook::sample
