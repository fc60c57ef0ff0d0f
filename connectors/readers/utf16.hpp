// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace termbook::readers {

enum class ByteOrder { little_endian, big_endian };

struct Utf16Step {
    enum class End {
        room,      ///< all was read, or there is no room for more
        cut_short, ///< the text ends inside a character
        bad,       ///< NUL, or half of a surrogate pair, comes next
    };
    std::size_t read{0};    ///< bytes of the text that were converted
    std::size_t written{0}; ///< bytes of UTF-8 that came of them
    End end{End::room};
};

/// Converts as many whole characters as there is room for (a character takes up to 4 bytes), up to the first
/// that is none.
Utf16Step utf16_to_utf8(std::string_view text, ByteOrder order, std::span<char> room);

} // namespace termbook::readers
