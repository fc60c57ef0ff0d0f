// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/profiles/recognition.hpp"

namespace termbook {

/// Reads what a system tells of the absence of staff. With a `date`, a row is an absence of `days.lost` from
/// that day on; without, it is a member of `staff` and the `days.available` and `days.lost` in the file's
/// year. Names are not read, and of the numbers of staff nothing is kept. A row belongs to the school of its
/// own column or of the file's folder. What cannot be used becomes an issue. Returns how many rows there were
/// below the header.
std::uint64_t load_staff_absence_table(readers::RowReader& rows, const RecognisedTable& table,
                                       const ExportFile& file, Intake& intake, std::optional<Date>& as_at);

} // namespace termbook
