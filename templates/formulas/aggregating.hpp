// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace termbook::formulas {

/// Whether the argument (from 0) of the function (in capitals) takes any number of cells, so that a single
/// cell there may become a range without changing what the formula means.
bool is_aggregated(std::string_view function, std::size_t argument);

/// Whether the function (in capitals) takes, as any of its arguments, cells of several sheets
/// (`First:Last!B2`) and any number of arguments: what both LibreOffice and Excel have of such functions.
bool gathers_sheets(std::string_view function);

} // namespace termbook::formulas
