// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <pugixml.hpp>
#include <string>

namespace termbook::fill {

/// A number as a data style (number:number-style, number:percentage-style …) shows it, half away from zero;
/// without a style as a sheet shows a plain number. The office shows its own text on opening: this is for
/// those who read the file without one. Styles that it does not know (fractions, times, scientific) show the
/// plain number.
std::string number_text(double value, pugi::xml_node data_style);

} // namespace termbook::fill
