// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/formats/table.hpp"
#include "cli/sample/system_file.hpp"

namespace termbook::sample {

/// The suspensions and permanent exclusions of a school's year, as its system lists them; the list of a
/// school without any is empty. The registers tell of suspensions: a row for each stretch of days marked E.
/// Of a secondary school's the longest was a permanent exclusion that the governors overturned, and of its
/// pupils who left during the year one was excluded for good. So many suspensions for a lunchtime are added.
Table exclusions_table(System system, const ExportedSchool& school, int lunchtimes,
                       const AttendanceCodes& codes);

} // namespace termbook::sample
