// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/profiles/recognition.hpp"

namespace termbook {

/// Reads a table with a row a pupil, perhaps with their totals of attendance, into the schools it belongs to:
/// its own column's, else the file's. Rows that cannot be used become issues. Returns how many rows there
/// were below the header. Totals without a date belong to the year the file's folder is named for, else the
/// latest configured. Such a table does not state its date: `as_at` stays as
/// it is.
std::uint64_t load_pupil_table(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                               Intake& intake, std::optional<Date>& as_at);

} // namespace termbook
