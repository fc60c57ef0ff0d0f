// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/xml/escaped_text.hpp"

#include "connectors/readers/utf8.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace termbook::readers {

namespace {

constexpr std::size_t escape_bytes = 7;

/// The unit that an escape at the start of `text` stands for.
std::optional<char32_t> escaped_unit(std::string_view text) {
    if (text.size() < escape_bytes || !text.starts_with("_x") || text[escape_bytes - 1] != '_')
        return std::nullopt;
    unsigned unit = 0;
    const char* const last = text.data() + escape_bytes - 1;
    const auto [end, error] = std::from_chars(text.data() + 2, last, unit, 16);
    if (error != std::errc{} || end != last) return std::nullopt;
    return unit;
}

void append_character(std::string& to, char32_t character) {
    constexpr char32_t replacement = 0xFFFD;
    if (character == 0 || (character >= 0xD800 && character <= 0xDFFF)) character = replacement;
    std::array<char, 4> bytes;
    to.append(bytes.data(), put_utf8(character, bytes.data()));
}

} // namespace

void append_unescaped(std::string& to, std::string_view text) {
    while (true) {
        const std::size_t mark = text.find("_x");
        to += text.substr(0, mark);
        if (mark == std::string_view::npos) return;
        text.remove_prefix(mark);
        auto unit = escaped_unit(text);
        if (!unit) {
            to += text.front();
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(escape_bytes);
        const auto second = escaped_unit(text);
        if (second && *unit >= 0xD800 && *unit < 0xDC00 && *second >= 0xDC00 && *second < 0xE000) {
            unit = 0x10000 + ((*unit - 0xD800) << 10) + (*second - 0xDC00);
            text.remove_prefix(escape_bytes);
        }
        append_character(to, *unit);
    }
}

} // namespace termbook::readers
