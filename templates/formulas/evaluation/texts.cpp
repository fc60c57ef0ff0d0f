// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluation/texts.hpp"

#include <Poco/Unicode.h>
#include <algorithm>
#include <array>
#include <cstdint>

namespace termbook::formulas {

namespace {

constexpr char32_t replacement = 0xFFFD;

char32_t lower(char32_t c) {
    return static_cast<char32_t>(Poco::Unicode::toLower(static_cast<int>(c)));
}

char32_t upper(char32_t c) {
    return static_cast<char32_t>(Poco::Unicode::toUpper(static_cast<int>(c)));
}

/// The plain letters of U+00E0 to U+017F; a blank where there is none.
constexpr std::string_view plain_letters = "aaaaaa ceeeeiiii nooooo  uuuuy y"  // U+00E0
                                           "aaaaaaccccccccdd  eeeeeeeeeegggg"  // U+0100
                                           "gggghh  iiiiiiiii   jjkk llllll "  // U+0120
                                           "   nnnnnn   oooooo  rrrrrrssssss"  // U+0140
                                           "sstttt  uuuuuuuuuuuuwwyyyzzzzzz "; // U+0160

char32_t without_accent(char32_t small) {
    if (small < 0xE0 || small >= 0xE0 + plain_letters.size()) return small;
    const char plain = plain_letters[small - 0xE0];
    return plain == ' ' ? small : static_cast<char32_t>(plain);
}

/// Where a small character stands in the order: blanks and punctuation, other symbols, digits, letters by
/// code.
std::uint32_t rank(char32_t small) {
    static constexpr std::string_view marks = "\t\n\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";
    constexpr std::uint32_t symbols = 0x1000;
    constexpr std::uint32_t digits = 0x200000; // beyond the last character
    constexpr std::uint32_t letters = 0x400000;
    const char32_t plain = without_accent(small);
    if (plain >= U'0' && plain <= U'9') return digits + static_cast<std::uint32_t>(plain);
    if (plain < 0x80) {
        const auto place = marks.find(static_cast<char>(plain));
        if (place != std::string_view::npos) return static_cast<std::uint32_t>(place + 1);
    }
    const bool letter = Poco::Unicode::isAlpha(static_cast<int>(plain));
    return (letter ? letters : symbols) + static_cast<std::uint32_t>(plain);
}

int sign(std::uint32_t a, std::uint32_t b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

bool fits(std::u32string_view text, std::u32string_view pattern) {
    std::size_t t = 0;
    std::size_t p = 0;
    std::size_t star = std::u32string_view::npos; // the last `*`, to come back to
    std::size_t star_text = 0;
    while (t < text.size()) {
        const bool escaped = p + 1 < pattern.size() && pattern[p] == U'~';
        const std::size_t at = escaped ? p + 1 : p;
        if (!escaped && at < pattern.size() && pattern[at] == U'*') {
            star = p++;
            star_text = t;
        } else if (at < pattern.size() && (pattern[at] == text[t] || (!escaped && pattern[at] == U'?'))) {
            p = at + 1;
            ++t;
        } else if (star != std::u32string_view::npos) {
            p = star + 1;
            t = ++star_text;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == U'*')
        ++p;
    return p == pattern.size();
}

std::u32string lower_characters(std::string_view text) {
    std::u32string characters = to_characters(text);
    std::transform(characters.begin(), characters.end(), characters.begin(), lower);
    return characters;
}

} // namespace

std::u32string to_characters(std::string_view text) {
    std::u32string characters;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at++]);
        const int more = lead < 0x80 ? 0 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : -1;
        char32_t character = more <= 0 ? lead : lead & (0x3Fu >> more);
        for (int i = 0; i < more; ++i) {
            if (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) {
                character = replacement;
                break;
            }
            character = (character << 6) | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
        }
        characters += more < 0 || character > 0x10FFFF ? replacement : character;
    }
    return characters;
}

std::string to_text(std::u32string_view characters) {
    std::string text;
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    for (const char32_t c : characters) {
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | (c >> 6));
            put(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            put(0xE0 | (c >> 12));
            put(0x80 | ((c >> 6) & 0x3F));
            put(0x80 | (c & 0x3F));
        } else {
            put(0xF0 | (c >> 18));
            put(0x80 | ((c >> 12) & 0x3F));
            put(0x80 | ((c >> 6) & 0x3F));
            put(0x80 | (c & 0x3F));
        }
    }
    return text;
}

int compare_texts(std::string_view a, std::string_view b) {
    if (a == b) return 0;
    const std::u32string left = lower_characters(a);
    const std::u32string right = lower_characters(b);
    const std::size_t both = std::min(left.size(), right.size());
    for (std::size_t i = 0; i < both; ++i)
        if (const int order = sign(rank(left[i]), rank(right[i])); order != 0) return order;
    if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
    for (std::size_t i = 0; i < both; ++i)
        if (left[i] != right[i]) return left[i] < right[i] ? -1 : 1;
    return 0;
}

bool has_wildcards(std::string_view pattern) {
    return pattern.find_first_of("*?~") != std::string_view::npos;
}

bool fits_wildcards(std::string_view text, std::string_view pattern) {
    return fits(lower_characters(text), lower_characters(pattern));
}

std::string in_upper_case(std::string_view text) {
    std::u32string characters = to_characters(text);
    std::transform(characters.begin(), characters.end(), characters.begin(), upper);
    return to_text(characters);
}

std::string in_lower_case(std::string_view text) {
    return to_text(lower_characters(text));
}

} // namespace termbook::formulas
