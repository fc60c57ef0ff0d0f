// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/utf8.hpp"

#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace termbook::readers {

namespace {

bool is_plain(unsigned char byte) {
    return byte != 0 && byte < 0x80;
}

/// What may follow a lead byte: how many bytes, and the range of the first of them.
struct Follow {
    int count;
    unsigned char lowest;
    unsigned char highest;
};

// Table 3-7 of the Unicode Standard, "Well-Formed UTF-8 Byte Sequences".
Follow follow_of(unsigned char lead) {
    if (lead >= 0xC2 && lead <= 0xDF) return {1, 0x80, 0xBF};
    if (lead == 0xE0) return {2, 0xA0, 0xBF};
    if (lead == 0xED) return {2, 0x80, 0x9F};
    if (lead >= 0xE1 && lead <= 0xEF) return {2, 0x80, 0xBF};
    if (lead == 0xF0) return {3, 0x90, 0xBF};
    if (lead >= 0xF1 && lead <= 0xF3) return {3, 0x80, 0xBF};
    if (lead == 0xF4) return {3, 0x80, 0x8F};
    return {0, 0, 0};
}

/// The length of the character that text starts with; 0 if there is none, -1 if the text ends inside it.
int character_length(std::string_view text) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    if (is_plain(byte(0))) return 1;
    Follow follow = follow_of(byte(0));
    if (follow.count == 0) return 0;
    for (int index = 1; index <= follow.count; ++index) {
        const auto at = static_cast<std::size_t>(index);
        if (at == text.size()) return -1;
        if (byte(at) < follow.lowest || byte(at) > follow.highest) return 0;
        follow.lowest = 0x80;
        follow.highest = 0xBF;
    }
    return follow.count + 1;
}

} // namespace

std::size_t ascii_run_portable(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t tops = 0x8080808080808080;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word;
        std::memcpy(&word, text.data() + at, 8);
        if (((word | (word - ones)) & tops) != 0)
            break; // a byte above 0x7F, or a borrow from a byte that is 0
    }
    while (at < text.size() && is_plain(static_cast<unsigned char>(text[at])))
        ++at;
    return at;
}

#if defined(__SSE2__)
std::size_t ascii_run(std::string_view text) {
    const __m128i zero = _mm_setzero_si128();
    const auto plain = [&](const char* from) { // as signed bytes, 0x01 to 0x7F are those above zero
        return _mm_cmpgt_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)), zero);
    };
    std::size_t at = 0;
    for (; at + 64 <= text.size(); at += 64) {
        const char* from = text.data() + at;
        const __m128i all = _mm_and_si128(_mm_and_si128(plain(from), plain(from + 16)),
                                          _mm_and_si128(plain(from + 32), plain(from + 48)));
        if (_mm_movemask_epi8(all) != 0xFFFF) break;
    }
    return at + ascii_run_portable(text.substr(at));
}
#else
std::size_t ascii_run(std::string_view text) {
    return ascii_run_portable(text);
}
#endif

std::size_t put_utf8(char32_t character, char* to) {
    const auto tail = [&](int shift) { return static_cast<char>(0x80 | ((character >> shift) & 0x3F)); };
    if (character < 0x80) {
        to[0] = static_cast<char>(character);
        return 1;
    }
    if (character < 0x800) {
        to[0] = static_cast<char>(0xC0 | (character >> 6));
        to[1] = tail(0);
        return 2;
    }
    if (character < 0x10000) {
        to[0] = static_cast<char>(0xE0 | (character >> 12));
        to[1] = tail(6);
        to[2] = tail(0);
        return 3;
    }
    to[0] = static_cast<char>(0xF0 | (character >> 18));
    to[1] = tail(12);
    to[2] = tail(6);
    to[3] = tail(0);
    return 4;
}

Utf8Check check_utf8(std::string_view text) {
    Utf8Check check;
    while (true) {
        check.good += ascii_run(text.substr(check.good));
        // Text that is not English comes in runs too: look for ASCII again only where there is some.
        while (check.good < text.size() && !is_plain(static_cast<unsigned char>(text[check.good]))) {
            const int length = character_length(text.substr(check.good));
            if (length <= 0) {
                check.end = length < 0 ? Utf8Check::End::cut_short : Utf8Check::End::bad;
                return check;
            }
            check.ascii = false;
            check.good += static_cast<std::size_t>(length);
        }
        if (check.good == text.size()) return check;
    }
}

Utf8Tally tally_utf8(std::string_view text) {
    Utf8Tally tally;
    while (true) {
        text.remove_prefix(ascii_run(text));
        if (text.empty()) return tally;
        const int length = character_length(text);
        if (length < 0) return tally;
        if (length > 1) ++tally.characters;
        if (length == 0) ++tally.bad_bytes;
        text.remove_prefix(length > 1 ? static_cast<std::size_t>(length) : 1);
    }
}

} // namespace termbook::readers
