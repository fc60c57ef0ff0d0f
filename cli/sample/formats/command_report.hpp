// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/formats/table.hpp"

#include <string>

namespace termbook::sample {

/// The table as the CommandReporter of SIMS 7 writes a report in XML: a Record a row, an element a cell,
/// named for its caption with what is no letter or digit as _xHHHH_, and none for a blank.
std::string command_report(const Table& table);

} // namespace termbook::sample
