// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/formats/table.hpp"

namespace termbook::sample {

/// What stands over the columns of a grid.
enum class GridHeader {
    british,  ///< "01/09/2025 AM"
    iso,      ///< "2025-09-01 PM"
    weekdays, ///< "Mon 1 Sep AM": the year is the file's
    two_rows, ///< dates, and AM and PM below
    days,     ///< "01/09/2025", over two marks in a cell
};

/// The school's marks with a row a pupil and a column a session, or a day.
Table mark_grid(const ExportedSchool& school, const AttendanceCodes& codes, GridHeader header);

} // namespace termbook::sample
