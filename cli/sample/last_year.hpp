// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/pupils.hpp"

namespace termbook::sample {

/// Makes some pupils of 2025/26 newcomers: one in forty came that September, and one in fifty in the January
/// before.
void make_newcomers(ExportedSchool& school);

/// The school as it was in 2024/25, without marks yet: who is there now and was then, a year group lower, and
/// those of `left`, by the year group that they would be in now: the top one, and one here and there who
/// moved away in February.
ExportedSchool year_before(const ExportedSchool& now, const std::vector<YearGroupPlan>& left, Random& random);

/// Lets a pupil of Year 2 leave one school at Christmas and join the other in January, marks and all.
void move_one_pupil(ExportedSchool& from, ExportedSchool& to, const AttendanceCodes& codes);

} // namespace termbook::sample
