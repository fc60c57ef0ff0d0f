// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/formats/table.hpp"

namespace termbook::sample {

struct SimsOptions {
    bool totals{true}; ///< the three columns of attendance
    bool lessons{
        false}; ///< a row for each of a pupil's lessons: SIMS multiplies a field of several values out
};

/// The school as a SIMS whole-school spreadsheet, a row a pupil.
Table sims_table(const ExportedSchool& school, const AttendanceCodes& codes, const SimsOptions& options);

} // namespace termbook::sample
