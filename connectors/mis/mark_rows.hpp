// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/profiles/recognition.hpp"

namespace termbook {

/// Reads a table with a row for each pupil and session. A row belongs to the school of its own column, of the
/// file's folder, or of the pupil that an earlier export knows. Rows that cannot be used become issues.
/// Returns how many rows there were below the header.
std::uint64_t load_mark_rows(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                             Intake& intake, std::optional<Date>& as_at);

} // namespace termbook
