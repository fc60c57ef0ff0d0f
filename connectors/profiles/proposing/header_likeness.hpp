// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string_view>

namespace termbook {

/// How much one folded header is like another, from 0 to 1, which only the same header is: by their words,
/// whatever their order, with the abbreviations and other words that schools use for the same ("Yr Gp" for
/// "Year Group"), and a slip in spelling.
double header_likeness(std::string_view header, std::string_view known);

} // namespace termbook
