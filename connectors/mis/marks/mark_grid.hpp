// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/profiles/recognition.hpp"

namespace termbook {

/// Reads a table with a row a pupil and a column for each session, or for each day with two marks in a cell;
/// PupilOfRow says whose a row is. A day without a year lies in the year that the file is of. A session
/// of which all cells are blank was no school; a blank in another is a missing mark, but for days behind the
/// last on which anybody has a mark, which had not come yet. Columns and
/// rows that cannot be used become issues. Returns how many rows there were below the header; `as_at` gets
/// the last day with a mark.
std::uint64_t load_mark_grid(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                             Intake& intake, std::optional<Date>& as_at);

} // namespace termbook
