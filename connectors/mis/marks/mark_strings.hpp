// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/profiles/recognition.hpp"

namespace termbook {

/// Reads a table with a row a pupil, in which one cell holds the marks of consecutive sessions as a CTF does,
/// and another the day of the first; PupilOfRow says whose a row is. Rows that cannot be used become issues.
/// Returns how many rows there were below the header; `as_at` gets the last day with a mark.
std::uint64_t load_mark_strings(readers::RowReader& rows, const RecognisedTable& table,
                                const ExportFile& file, Intake& intake, std::optional<Date>& as_at);

} // namespace termbook
