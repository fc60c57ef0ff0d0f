// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/profiles/recognition.hpp"

namespace termbook {

/// Reads a list of suspensions, permanent exclusions or behaviour incidents, a row each: `upn`, `date`, and
/// perhaps `kind` (see Profile::kinds), `until`, `sessions` or `days.lost`, `reason`, `outcome`, and `time`
/// or `incident` (its number). Words are those of incident-words.xml; another reason that may be an account
/// of what happened is not kept. What was cancelled, and a permanent exclusion that was not upheld or is not
/// decided yet, does not stand. A list of a school's folder without a row says that there was none in the
/// file's year; one with rows, that those are all in their years. A row belongs to the school of its own
/// column, of the file's folder, or of the pupil that an earlier export knows. What cannot be used becomes an
/// issue. Returns how many rows there were below the header.
std::uint64_t load_incident_table(readers::RowReader& rows, const RecognisedTable& table,
                                  const ExportFile& file, Intake& intake, std::optional<Date>& as_at);

} // namespace termbook
