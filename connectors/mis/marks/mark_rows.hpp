// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/profiles/recognition.hpp"

namespace termbook {

/// Reads a table with a row for each pupil and session; PupilOfRow says whose a row is. Rows that cannot be
/// used become issues.
/// Returns how many rows there were below the header.
std::uint64_t load_mark_rows(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                             Intake& intake, std::optional<Date>& as_at);

} // namespace termbook
