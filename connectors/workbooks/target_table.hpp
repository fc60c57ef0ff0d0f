// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/profiles/recognition.hpp"

namespace termbook {

/// Reads a table of targets, a row each: `figure` (a key or a title of the catalogue), `target`, `direction`,
/// and whom it is for: `school` (or a phase), `year`, `group`, `subject`, `period`; a blank, or "all", is
/// anybody. In the folder of one of several schools it is for that school where it names none. What cannot be
/// used becomes an issue. Returns how many rows there were below the header.
std::uint64_t load_target_table(readers::RowReader& rows, const RecognisedTable& table,
                                const ExportFile& file, Intake& intake, std::optional<Date>& as_at);

} // namespace termbook
