// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <string_view>

namespace termbook::readers {

/// Appends `text` with its escapes `_xHHHH_` (a UTF-16 unit each, as Excel and SIMS write what XML or its
/// names cannot hold) as the characters they stand for. NUL and halves of surrogate pairs become U+FFFD.
void append_unescaped(std::string& to, std::string_view text);

} // namespace termbook::readers
