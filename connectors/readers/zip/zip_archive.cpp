// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/zip/zip_archive.hpp"

#include "connectors/readers/zip/little_endian.hpp"
#include "core/diagnostics/error.hpp"

#include <Poco/Checksum.h>
#include <Poco/Exception.h>
#include <Poco/InflatingStream.h>
#include <Poco/String.h>
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <istream>
#include <optional>
#include <streambuf>
#include <utility>

namespace termbook::readers {

namespace {

constexpr std::uint64_t local_header = 0x04034b50;
constexpr std::size_t local_header_bytes = 30;
constexpr std::uint16_t stored = 0;
constexpr std::uint16_t deflated = 8;
constexpr int raw_deflate = -15; ///< the window's bits, as zlib spells "without a header"

/// A stretch of the archive for the library's inflater, which reads streams.
class Stretch : public std::streambuf {
  public:
    Stretch(std::shared_ptr<const SeekableBytes> bytes, std::uint64_t begin, std::uint64_t end)
        : m_bytes(std::move(bytes)), m_at(begin), m_end(end) {}

  private:
    int_type underflow() override {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(m_room.size(), m_end - m_at));
        if (count == 0) return traits_type::eof();
        m_bytes->read_at(m_at, std::span(m_room).first(count));
        m_at += count;
        setg(m_room.data(), m_room.data(), m_room.data() + count);
        return traits_type::to_int_type(m_room.front());
    }

    std::shared_ptr<const SeekableBytes> m_bytes;
    std::uint64_t m_at;
    std::uint64_t m_end;
    std::array<char, std::size_t{1} << 16> m_room;
};

class EntrySource : public ByteSource {
  public:
    EntrySource(std::string name, const ZipEntry& entry, std::unique_ptr<Stretch> packed)
        : ByteSource(std::move(name)), m_left(entry.size), m_size(entry.size), m_crc(entry.crc),
          m_packed(std::move(packed)), m_plain(m_packed.get()) {
        if (entry.method == deflated && entry.packed != 0)
            m_inflater = std::make_unique<Poco::InflatingStreamBuf>(m_plain, raw_deflate);
    }

    std::optional<std::uint64_t> size() const override { return m_size; }

  private:
    std::size_t read_some(std::span<char> room) override {
        if (m_done || room.empty()) return 0;
        const std::size_t count = unpack(room);
        m_seen.update(room.data(), static_cast<unsigned>(count));
        if (count > m_left) refuse();
        m_left -= count;
        if (count != 0) return count;
        if (m_left != 0 || m_seen.checksum() != m_crc) refuse();
        m_done = true;
        return 0;
    }

    /// One byte more than the entry says is enough to see that it lies.
    std::size_t unpack(std::span<char> room) {
        constexpr std::uint64_t most_at_once = std::uint64_t{1} << 30;
        const auto most = std::min({std::uint64_t{room.size()}, m_left + 1, most_at_once});
        std::streambuf& from = m_inflater ? static_cast<std::streambuf&>(*m_inflater) : *m_packed;
        try {
            return static_cast<std::size_t>(from.sgetn(room.data(), static_cast<std::streamsize>(most)));
        } catch (const Poco::Exception&) {
            refuse();
        }
    }

    [[noreturn]] void refuse() const {
        throw Error(place(), "bytes in a zip archive that are not those that were packed", "a whole archive",
                    "export or copy it again");
    }

    std::uint64_t m_left;
    std::uint64_t m_size;
    std::uint32_t m_crc;
    Poco::Checksum m_seen{Poco::Checksum::TYPE_CRC32};
    std::unique_ptr<Stretch> m_packed;
    std::istream m_plain;
    std::unique_ptr<Poco::InflatingStreamBuf> m_inflater;
    bool m_done{false};
};

/// Another program may believe the header in front of the bytes rather than the directory: where the two
/// contradict each other, it would see another file. Programs that write a stream leave the numbers 0.
void check_header(std::string_view header, const ZipEntry& entry, const SourcePos& pos) {
    const auto contradicts = [&](std::size_t at, std::uint64_t expected) {
        const std::uint64_t number = little_endian(header, at, 4);
        return number != 0 && number != 0xFFFFFFFF && number != expected;
    };
    if (contradicts(14, entry.crc) || contradicts(18, entry.packed) || contradicts(22, entry.size))
        throw Error(pos, "a zip archive whose headers contradict its directory", "a whole archive",
                    "export or copy it again");
}

} // namespace

ZipArchive::ZipArchive(std::shared_ptr<const SeekableBytes> bytes, const ZipLimits& limits)
    : m_bytes(std::move(bytes)), m_entries(read_zip_directory(*m_bytes, limits)) {}

const ZipEntry* ZipArchive::find(std::string_view name) const {
    const ZipEntry* alike = nullptr;
    for (const ZipEntry& entry : m_entries) {
        if (entry.name == name) return &entry;
        if (!alike && entry.name.size() == name.size() && Poco::icompare(entry.name, std::string(name)) == 0)
            alike = &entry;
    }
    return alike;
}

std::unique_ptr<ByteSource> ZipArchive::open(const ZipEntry& entry, std::string display_name) const {
    const SourcePos pos{display_name, 0, 0, {}};
    if (entry.is_encrypted())
        throw Error(pos, "a file with a password in a zip archive", "an archive without a password",
                    "unpack it, or pack it again without a password");
    if (entry.method != stored && entry.method != deflated)
        throw Error(pos, fmt::format("a file packed by method {} in a zip archive", entry.method),
                    "one that is stored or deflated", "unpack it, or pack it as an ordinary zip");
    std::string header(local_header_bytes, '\0');
    m_bytes->read_at(entry.offset, header);
    if (little_endian(header, 0, 4) != local_header)
        throw Error(pos, "a broken zip archive", "a whole archive", "export or copy it again");
    check_header(header, entry, pos);
    const std::uint64_t data =
        entry.offset + local_header_bytes + little_endian(header, 26, 2) + little_endian(header, 28, 2);
    if (data > entry.limit || entry.limit - data < entry.packed)
        throw Error(pos, "a zip archive whose files overlap", "a whole archive",
                    "do not use it; ask where it comes from");
    return std::make_unique<EntrySource>(std::move(display_name), entry,
                                         std::make_unique<Stretch>(m_bytes, data, data + entry.packed));
}

std::string ZipArchive::read(const ZipEntry& entry, std::string display_name, std::uint64_t most) const {
    if (entry.size > most)
        throw Error({std::move(display_name), 0, 0, {}}, fmt::format("a file of more than {} MB", most >> 20),
                    "a smaller one", "split it, or unpack the archive");
    const auto source = open(entry, std::move(display_name));
    std::string bytes(entry.size + 1, '\0'); // the byte more makes the source look at the end, and check
    std::size_t filled = 0;
    while (const std::size_t count = source->read(std::span(bytes).subspan(filled)))
        filled += count;
    bytes.resize(filled);
    return bytes;
}

} // namespace termbook::readers
