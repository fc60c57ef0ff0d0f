// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

namespace termbook::odf {

/// The text with U+FFFD for each character that XML cannot hold, not even as a reference: control characters
/// apart from tab and line ends, U+FFFE and U+FFFF. Exports hold them, and one would make a whole document
/// unreadable.
std::string xml_characters(std::string_view text);

} // namespace termbook::odf
