// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"

#include <string>

namespace termbook::sample {

struct SimsCsvOptions {
    bool windows_1252{true}; ///< as SIMS writes; otherwise UTF-8 with a byte order mark
    bool quoted{false};      ///< every cell in quotes
    bool totals{true};       ///< the three columns of attendance
};

/// The school as a SIMS whole-school spreadsheet, a row a pupil, with their totals of attendance. Throws
/// Error when a name has a letter that Windows-1252 does not write.
std::string sims_csv(const ExportedSchool& school, const AttendanceCodes& codes,
                     const SimsCsvOptions& options);

/// Its marks as a CSV with a row for each pupil and session.
std::string marks_csv(const ExportedSchool& school, const AttendanceCodes& codes);

} // namespace termbook::sample
