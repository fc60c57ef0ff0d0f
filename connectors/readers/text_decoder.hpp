// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/byte_source.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace termbook::readers {

enum class Encoding { utf8, windows_1252, utf16_little_endian, utf16_big_endian };

/// The text of an export as valid UTF-8, whatever it was written in.
///
/// No export says how it is encoded, so the bytes decide. UTF-8 may start with a byte order mark, UTF-16 must
/// (as Excel's "Unicode text" does); marks are dropped. A file is Windows-1252 if it has none and a first
/// megabyte whose bytes above 0x7F make no UTF-8. One that was ASCII for longer is decided at its first such
/// byte. NUL, half a surrogate pair and bytes that fit none of these are errors.
class TextDecoder {
  public:
    /// Reads the first megabyte. `encoding` overrides what the bytes say.
    explicit TextDecoder(std::unique_ptr<ByteSource> source, std::optional<Encoding> encoding = std::nullopt);

    /// The start of the file without a byte order mark, as it was written, but UTF-16 as UTF-8; valid until
    /// the first read().
    std::string_view sample() const { return is_utf16() ? m_sample : rest(); }

    /// Fills `room` (4 bytes or more) with whole characters as far as the source gives them; 0 at the end.
    /// All text in front of a bad byte is delivered before the Error is thrown, so that the caller can add
    /// the line.
    std::size_t read(std::span<char> room);

    /// What the text read so far is written in.
    Encoding encoding() const { return m_encoding; }
    const ByteSource& source() const { return *m_source; }
    ByteSource& source() { return *m_source; }

  private:
    bool is_utf16() const { return m_encoding >= Encoding::utf16_little_endian; }
    std::string_view rest() const { return std::string_view(m_pending).substr(m_taken); }
    void read_sample();
    std::size_t fill(std::span<char> room);
    void give_back(std::string_view bytes);
    std::size_t read_utf8(std::span<char> room);
    std::size_t read_windows_1252(std::span<char> room);
    std::size_t read_utf16(std::span<char> room);
    void take_mark(std::string_view mark, Encoding encoding);
    [[noreturn]] void refuse_byte(unsigned char byte) const;
    [[noreturn]] void refuse_utf16() const;

    std::unique_ptr<ByteSource> m_source;
    Encoding m_encoding{Encoding::utf8};
    bool m_encoding_is_certain{false}; ///< given, marked, or there was a character above 0x7F
    std::string m_pending;             ///< bytes read ahead
    std::size_t m_taken{0};            ///< how many of them were delivered
    std::string m_sample;              ///< of UTF-16
    bool m_ended{false};
    std::uint64_t m_offset{0}; ///< of the next byte to deliver, in the file
};

} // namespace termbook::readers
