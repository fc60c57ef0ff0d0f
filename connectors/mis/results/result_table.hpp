// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/profiles/recognition.hpp"

namespace termbook {

/// Reads a table of results: a row a pupil with a column for each (fields `result.ks2.reading` …, or
/// `result.mtc` where a stage has one subject), or a row a result with `stage` (a tracker's
/// without), `subject`, `result` and perhaps `date` or `term`; or a tracker's columns of subjects by terms. A
/// result is a score, or a code of result-codes.xml; a blank is none. A row belongs to the school of its own
/// column, of the file's folder, or of the pupil that an earlier export knows. What cannot be used becomes an
/// issue. Returns how many rows there were below the header.
std::uint64_t load_result_table(readers::RowReader& rows, const RecognisedTable& table,
                                const ExportFile& file, Intake& intake, std::optional<Date>& as_at);

} // namespace termbook
