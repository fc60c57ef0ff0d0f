// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace termbook::writers {

/// Finds a data style by name; null if there is none.
using DataStyles = std::function<pugi::xml_node(std::string_view name)>;

/// The format code of the sheet format ("#,##0.0%") for an OpenDocument data style (number:number-style,
/// number:date-style …), its conditional sections looked up by `find`. "General" for a plain number.
std::string number_format_code(pugi::xml_node data_style, const DataStyles& find);

// The parts of it.

/// One section of a code: a date or a time.
std::string date_section(pugi::xml_node date_style);

/// Text as a code shows it literally.
std::string literal(std::string_view text);

/// The language of a style as codes name it ("809" for en-GB); "" if it has none or one that is not known.
std::string language_code(pugi::xml_node node);

} // namespace termbook::writers
