// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/windows_1252.hpp"

#include "connectors/readers/utf8.hpp"

#include <algorithm>

namespace termbook::readers {

namespace {

// 0x80 to 0x9F, from the mapping that the Unicode Consortium publishes as CP1252.TXT.
constexpr char16_t upper_controls[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

constexpr std::size_t longest_character = 3;

} // namespace

char16_t windows_1252_character(unsigned char byte) {
    return byte >= 0x80 && byte <= 0x9F ? upper_controls[byte - 0x80] : byte;
}

Windows1252Step windows_1252_to_utf8(std::string_view text, std::span<char> room) {
    Windows1252Step step;
    while (true) {
        const std::size_t most = std::min(text.size() - step.read, room.size() - step.written);
        const std::size_t plain = ascii_run(text.substr(step.read, most));
        std::copy_n(text.data() + step.read, plain, room.data() + step.written);
        step.read += plain;
        step.written += plain;
        if (step.read == text.size() || room.size() - step.written < longest_character) return step;
        const char16_t character = windows_1252_character(static_cast<unsigned char>(text[step.read]));
        if (character == 0) return step;
        step.written += put_utf8(character, room.data() + step.written);
        ++step.read;
    }
}

} // namespace termbook::readers
