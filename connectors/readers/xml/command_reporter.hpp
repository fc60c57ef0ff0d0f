// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/byte_source.hpp"
#include "connectors/readers/row_reader.hpp"

#include <functional>
#include <memory>
#include <string_view>

namespace termbook::readers {

/// Whether XML with this root is what the CommandReporter of SIMS writes: a report, or that it failed.
bool is_command_report(std::string_view root);

/// Opens the file anew.
using OpenSource = std::function<std::unique_ptr<ByteSource>()>;

/// The rows of a report of SIMS as its CommandReporter writes it: a Record a row, an element a column, none
/// where a cell is blank; one without any is no row. The first row has the columns of all records, its line
/// is 0; the names are without their escapes, as the report's captions are. An element that stands several
/// times in a record is one cell, its values separated by ", ".
///
/// The file is read twice, the first time for the columns. Throws Error when it is not well-formed, says that
/// the report failed, or has more columns than a sheet.
std::unique_ptr<RowReader> read_command_report(const OpenSource& open);

} // namespace termbook::readers
