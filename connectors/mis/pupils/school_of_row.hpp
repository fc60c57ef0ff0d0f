// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/tables/table_rows.hpp"

namespace termbook {

/// The school of the row the table stands at: of its own column, else of the file's folder; null if the row
/// names a school that is not known, or nothing tells. An unknown school is an issue, and so is another than
/// the folder's.
RegisterBuilder* school_of_row(TableRows& rows, const ExportFile& file, Intake& intake);

} // namespace termbook
