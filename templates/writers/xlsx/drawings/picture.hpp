// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/xlsx/drawings/frame.hpp"

#include <string>

namespace termbook::writers::xlsx {

/// Puts the picture of a frame on a sheet: the first of its forms that a workbook holds (PNG, JPEG, GIF,
/// BMP). Returns what was found instead when there is none, "" when it is done.
std::string write_picture(const Book& book, const Sheet& sheet, const Frame& frame, const Anchor& anchor);

} // namespace termbook::writers::xlsx
