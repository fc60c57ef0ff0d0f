// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/text_decoder.hpp"

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
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr auto save_as_utf8 = "export the file again, or save it as CSV UTF-8";

/// Two accented letters side by side can pass for a character of UTF-8, so a few of those prove nothing.
bool looks_like_windows_1252(std::string_view text) {
    const Utf8Tally tally = tally_utf8(text);
    return tally.bad_bytes != 0 && tally.bad_bytes >= 4 * tally.characters;
}

} // namespace

TextDecoder::TextDecoder(std::unique_ptr<ByteSource> source, std::optional<Encoding> encoding)
    : m_source(std::move(source)), m_encoding(encoding.value_or(Encoding::utf8)),
      m_encoding_is_certain(encoding.has_value()) {
    read_sample();
    if (rest().starts_with("\xFF\xFE") || rest().starts_with("\xFE\xFF"))
        throw Error(m_source->place(), "a file in UTF-16", "UTF-8 or Windows-1252", save_as_utf8);
    if (rest().starts_with(byte_order_mark) && m_encoding == Encoding::utf8) {
        m_taken = m_offset = byte_order_mark.size();
        m_encoding_is_certain = true;
    }
    if (!m_encoding_is_certain && looks_like_windows_1252(rest())) {
        m_encoding = Encoding::windows_1252;
        m_encoding_is_certain = true;
    }
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

void TextDecoder::refuse_byte(unsigned char byte) const {
    const SourcePos pos = m_source->place();
    if (byte == 0)
        throw Error(pos, fmt::format("a NUL byte at offset {}", m_offset), "text in UTF-8 or Windows-1252",
                    save_as_utf8);
    throw Error(pos, fmt::format("the byte 0x{:02X} at offset {}", byte, m_offset),
                m_encoding == Encoding::utf8 ? "UTF-8, as in the text before it" : "text in Windows-1252",
                save_as_utf8);
}

} // namespace termbook::readers
