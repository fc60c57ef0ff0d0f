// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/xlsx/sheet.hpp"

#include <optional>

namespace termbook::writers::xlsx {

/// About how high, in points, a row must be whose height follows from its content; rather a line too high
/// than one too low. None where no text breaks into lines: programs then take the height of the letters.
///
/// LibreOffice does not work such heights out when it opens an .xlsx file: without one the lines overlap the
/// next row.
std::optional<double> estimated_height(Book& book, pugi::xml_node row, const std::vector<Column>& columns);

} // namespace termbook::writers::xlsx
