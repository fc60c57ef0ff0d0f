// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace termbook::readers {

/// How far a text is UTF-8 as Unicode defines it (no overlong forms, no surrogates, nothing above U+10FFFF)
/// and free of NUL, which no text export holds.
struct Utf8Check {
    enum class End {
        whole,     ///< all of it is
        cut_short, ///< it ends inside a character that began well
        bad,       ///< the byte at `good` cannot stand there
    };
    std::size_t good{0}; ///< bytes that are whole, valid characters
    End end{End::whole};
    bool ascii{true}; ///< none of the good bytes is above 0x7F
};

Utf8Check check_utf8(std::string_view text);

/// How many characters of more than one byte a text holds, and how many bytes that are no UTF-8.
struct Utf8Tally {
    std::size_t characters{0};
    std::size_t bad_bytes{0};
};

Utf8Tally tally_utf8(std::string_view text);

/// Writes a character (no surrogate, at most U+10FFFF) as UTF-8; returns how many bytes it took, up to 4.
std::size_t put_utf8(char32_t character, char* to);

/// The length of the run of bytes 0x01 to 0x7F that a text starts with: many bytes at a time where the
/// processor can, and the same without.
std::size_t ascii_run(std::string_view text);
std::size_t ascii_run_portable(std::string_view text);

} // namespace termbook::readers
