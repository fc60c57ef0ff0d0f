// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/xlsx/sheet.hpp"

#include <optional>

namespace termbook::writers::xlsx {

/// How high, in points, a row must be whose height follows from its content. Lines break as LibreOffice
/// breaks them and are as far apart as the font says and Excel sets them (LibreOffice sets Calibri closer).
/// None where no text breaks into lines: programs then take the height of the letters.
///
/// LibreOffice does not work such heights out when it opens an .xlsx file: without one the lines overlap the
/// next row.
std::optional<double> estimated_height(Book& book, pugi::xml_node row, const std::vector<Column>& columns);

} // namespace termbook::writers::xlsx
