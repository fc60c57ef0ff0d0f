// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace termbook {

/// U+00A0 in UTF-8: spreadsheets and web pages put it where a blank is meant.
inline constexpr std::string_view no_break_space = "\xC2\xA0";

/// A blank, a tab or the end of a line, whatever the locale.
constexpr bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// A digit 0 to 9, whatever the locale.
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Text with its capitals A to Z made small, whatever the locale; other letters stay as they are.
std::string lower(std::string_view text);

/// Whether a byte of UTF-8 goes on with the character of the byte before it.
constexpr bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// How many characters a text in UTF-8 has.
std::size_t count_characters(std::string_view text);

} // namespace termbook
