// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/text_decoder.hpp"

#include "connectors/readers/utf16.hpp"
#include "connectors/readers/utf8.hpp"
#include "connectors/readers/windows_1252.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace termbook::readers {

namespace {

constexpr std::size_t sample_bytes = std::size_t{1} << 20;
constexpr std::size_t piece_bytes = std::size_t{1} << 16;
constexpr auto save_as_utf8 = "export the file again, or save it as CSV UTF-8";

/// Two accented letters side by side can pass for a character of UTF-8, so a few of those prove nothing.
bool looks_like_windows_1252(std::string_view text) {
    const Utf8Tally tally = tally_utf8(text);
    return tally.bad_bytes != 0 && tally.bad_bytes >= 4 * tally.characters;
}

ByteOrder order_of(Encoding encoding) {
    return encoding == Encoding::utf16_little_endian ? ByteOrder::little_endian : ByteOrder::big_endian;
}

} // namespace

TextDecoder::TextDecoder(std::unique_ptr<ByteSource> source, std::optional<Encoding> encoding)
    : m_source(std::move(source)), m_encoding(encoding.value_or(Encoding::utf8)),
      m_encoding_is_certain(encoding.has_value()) {
    read_sample();
    take_mark("\xEF\xBB\xBF", Encoding::utf8);
    take_mark("\xFF\xFE", Encoding::utf16_little_endian);
    take_mark("\xFE\xFF", Encoding::utf16_big_endian);
    if (!m_encoding_is_certain && looks_like_windows_1252(rest())) {
        m_encoding = Encoding::windows_1252;
        m_encoding_is_certain = true;
    }
    if (is_utf16()) {
        m_sample.resize(2 * rest().size() + 4);
        m_sample.resize(utf16_to_utf8(rest(), order_of(m_encoding), m_sample).written);
    }
}

/// Drops a mark that the file starts with; it tells the encoding, unless another was given.
void TextDecoder::take_mark(std::string_view mark, Encoding encoding) {
    if (!rest().starts_with(mark) || m_offset != 0 || (m_encoding_is_certain && m_encoding != encoding))
        return;
    m_encoding = encoding;
    m_encoding_is_certain = true;
    m_taken = m_offset = mark.size();
}

void TextDecoder::read_sample() {
    m_pending.resize(std::min<std::uint64_t>(sample_bytes, m_source->size().value_or(sample_bytes) + 1));
    std::size_t filled = 0;
    while (filled < m_pending.size() && !m_ended) {
        const std::size_t count = m_source->read(std::span(m_pending).subspan(filled));
        filled += count;
        m_ended = count == 0;
    }
    m_pending.resize(filled);
}

std::size_t TextDecoder::read(std::span<char> room) {
    if (is_utf16()) return read_utf16(room);
    return m_encoding == Encoding::utf8 ? read_utf8(room) : read_windows_1252(room);
}

/// Bytes as they are: what was read ahead, and where that leaves room, what the source gives next.
std::size_t TextDecoder::fill(std::span<char> room) {
    const std::size_t ahead = std::min(rest().size(), room.size());
    std::copy_n(rest().data(), ahead, room.data());
    m_taken += ahead;
    if (ahead == room.size() || m_ended) return ahead;
    const std::size_t count = m_source->read(room.subspan(ahead));
    m_ended = count == 0;
    return ahead + count;
}

/// Takes back the end of what fill() gave.
void TextDecoder::give_back(std::string_view bytes) {
    if (m_taken >= bytes.size() && m_taken < m_pending.size()) {
        m_taken -= bytes.size();
        return;
    }
    std::string kept(bytes);
    kept += rest();
    m_pending = std::move(kept);
    m_taken = 0;
}

std::size_t TextDecoder::read_utf8(std::span<char> room) {
    while (true) {
        const std::size_t count = fill(room);
        const std::string_view bytes(room.data(), count);
        const Utf8Check check = check_utf8(bytes);
        m_encoding_is_certain |= !check.ascii;
        m_offset += check.good;
        if (check.good == count) return count;
        give_back(bytes.substr(check.good));
        if (check.good != 0) return check.good;
        if (check.end == Utf8Check::End::cut_short && !m_ended) continue;
        const auto byte = static_cast<unsigned char>(rest().front());
        const bool cut_off = check.end == Utf8Check::End::cut_short;
        if (byte == 0 || m_encoding_is_certain || !(cut_off || looks_like_windows_1252(rest())))
            refuse_byte(byte);
        m_encoding = Encoding::windows_1252;
        m_encoding_is_certain = true;
        return read_windows_1252(room);
    }
}

std::size_t TextDecoder::read_windows_1252(std::span<char> room) {
    if (rest().empty()) {
        m_pending.resize(m_ended ? 0 : piece_bytes);
        m_taken = 0;
        if (!m_ended) m_pending.resize(m_source->read(m_pending));
        m_ended = m_pending.empty();
        if (m_ended) return 0;
    }
    const Windows1252Step step = windows_1252_to_utf8(rest(), room);
    if (step.read == 0) refuse_byte(static_cast<unsigned char>(rest().front()));
    m_taken += step.read;
    m_offset += step.read;
    return step.written;
}

std::size_t TextDecoder::read_utf16(std::span<char> room) {
    m_sample = {};
    while (true) {
        const Utf16Step step = utf16_to_utf8(rest(), order_of(m_encoding), room);
        m_taken += step.read;
        m_offset += step.read;
        if (step.written != 0 || (m_ended && rest().empty())) return step.written;
        if (m_ended || step.end == Utf16Step::End::bad) refuse_utf16();
        m_pending.erase(0, m_taken);
        m_taken = 0;
        const std::size_t kept = m_pending.size();
        m_pending.resize(kept + piece_bytes);
        const std::size_t count = m_source->read(std::span(m_pending).subspan(kept));
        m_pending.resize(kept + count);
        m_ended = count == 0;
    }
}

void TextDecoder::refuse_utf16() const {
    const bool is_odd = rest().size() == 1;
    const bool is_nul = rest().starts_with(std::string_view("\0\0", 2));
    throw Error(m_source->place(),
                fmt::format("{} at offset {}",
                            is_nul   ? "a NUL"
                            : is_odd ? "half a character at the end of the file,"
                                     : "half of a surrogate pair",
                            m_offset),
                "whole characters of UTF-16", save_as_utf8);
}

void TextDecoder::refuse_byte(unsigned char byte) const {
    const SourcePos pos = m_source->place();
    if (byte == 0)
        throw Error(pos, fmt::format("a NUL byte at offset {}", m_offset),
                    "text in UTF-8, Windows-1252, or UTF-16 with its byte order mark", save_as_utf8);
    throw Error(pos, fmt::format("the byte 0x{:02X} at offset {}", byte, m_offset),
                m_encoding == Encoding::utf8 ? "UTF-8, as in the text before it" : "text in Windows-1252",
                save_as_utf8);
}

} // namespace termbook::readers
