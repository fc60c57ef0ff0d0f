// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/utf16.hpp"

#include "connectors/readers/utf8.hpp"

namespace termbook::readers {

namespace {

constexpr std::size_t longest_character = 4;

char32_t unit_at(std::string_view text, std::size_t at, ByteOrder order) {
    const auto first = static_cast<unsigned char>(text[at]);
    const auto second = static_cast<unsigned char>(text[at + 1]);
    return order == ByteOrder::little_endian ? char32_t{first} | char32_t{second} << 8
                                             : char32_t{second} | char32_t{first} << 8;
}

bool is_first_half(char32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool is_second_half(char32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

} // namespace

Utf16Step utf16_to_utf8(std::string_view text, ByteOrder order, std::span<char> room) {
    Utf16Step step;
    while (step.read < text.size() && room.size() - step.written >= longest_character) {
        const std::size_t left = text.size() - step.read;
        step.end = Utf16Step::End::cut_short;
        if (left < 2) return step;
        char32_t character = unit_at(text, step.read, order);
        std::size_t bytes = 2;
        if (is_first_half(character)) {
            if (left < 4) return step;
            const char32_t second = unit_at(text, step.read + 2, order);
            character = is_second_half(second) ? 0x10000 + ((character - 0xD800) << 10) + (second - 0xDC00)
                                               : char32_t{0};
            bytes = 4;
        } else if (is_second_half(character)) {
            character = 0;
        }
        step.end = Utf16Step::End::bad;
        if (character == 0) return step;
        step.written += put_utf8(character, room.data() + step.written);
        step.read += bytes;
        step.end = Utf16Step::End::room;
    }
    return step;
}

} // namespace termbook::readers
