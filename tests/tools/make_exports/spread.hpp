// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "tests/tools/make_exports/dfe_row.hpp"

namespace termbook::make_exports {

/// A school of made-up pupils whose marks add up to exactly these sessions: morning marks on mornings, about
/// 380 sessions a pupil on the days of 2025/26, the year groups of the phase, girls and boys. Throws Error
/// for a code that is not in the table.
sample::ExportedSchool spread(const SessionsByCode& sessions, const std::string& name,
                              const std::string& phase, const AttendanceCodes& codes);

} // namespace termbook::make_exports
