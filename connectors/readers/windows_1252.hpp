// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace termbook::readers {

/// The Unicode character of a Windows-1252 byte; 0 for NUL and for the five bytes that stand for nothing
/// (0x81, 0x8D, 0x8F, 0x90, 0x9D).
char16_t windows_1252_character(unsigned char byte);

struct Windows1252Step {
    std::size_t read{0};    ///< bytes of the text that were converted
    std::size_t written{0}; ///< bytes of UTF-8 that came of them
};

/// Converts as much as there is room for (a byte takes up to 3), up to the first byte that stands for
/// nothing.
Windows1252Step windows_1252_to_utf8(std::string_view text, std::span<char> room);

} // namespace termbook::readers
