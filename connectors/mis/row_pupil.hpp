// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/table_rows.hpp"

#include <cstddef>
#include <optional>
#include <utility>

namespace termbook {

/// The school of the row the table stands at: of its own column, else of the file's folder; null if the row
/// names a school that is not known, or nothing tells. An unknown school is an issue, and so is another than
/// the folder's.
RegisterBuilder* school_of_row(TableRows& rows, const ExportFile& file, Intake& intake);

/// The pupil of the row, in the school of the row, or in that which an earlier export knows; added there if
/// new. None, with an issue, where the row has no usable UPN, or no school.
std::optional<std::pair<RegisterBuilder*, std::size_t>> pupil_of_row(TableRows& rows, const ExportFile& file,
                                                                     Intake& intake);

} // namespace termbook
