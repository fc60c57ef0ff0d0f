// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/formats/table.hpp"

#include <string>

namespace termbook::sample {

/// The table as the one sheet of a workbook, dates and numbers as such. Throws Error (ErrorKind::output) when
/// it cannot be written.
std::string xlsx_file(const Table& table);

} // namespace termbook::sample
