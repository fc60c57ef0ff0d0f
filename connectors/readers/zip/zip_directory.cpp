// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/zip/zip_directory.hpp"

#include "connectors/readers/utf8.hpp"
#include "connectors/readers/zip/little_endian.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace termbook::readers {

namespace {

// The names and numbers are those of PKWARE's APPNOTE.TXT, section 4.3.
constexpr std::uint64_t central_header = 0x02014b50;
constexpr std::uint64_t end_record = 0x06054b50;
constexpr std::uint64_t end_record_64 = 0x06064b50;
constexpr std::uint64_t end_locator_64 = 0x07064b50;
constexpr std::size_t central_header_bytes = 46;
constexpr std::size_t end_record_bytes = 22;
constexpr std::size_t end_record_64_bytes = 56;
constexpr std::size_t end_locator_64_bytes = 20;
constexpr std::size_t longest_comment = 0xFFFF;
constexpr std::uint64_t most_directory_bytes = std::uint64_t{64} << 20;
constexpr std::uint64_t in_extra_field = 0xFFFFFFFF; ///< a size or offset that stands in the zip64 field

[[noreturn]] void refuse(const SeekableBytes& bytes, std::string found,
                         std::string expected = "a whole zip archive",
                         std::string remedy = "export or copy it again") {
    throw Error({bytes.name(), 0, 0, {}}, std::move(found), std::move(expected), std::move(remedy));
}

std::string read_part(const SeekableBytes& bytes, std::uint64_t offset, std::uint64_t size) {
    if (offset > bytes.size() || bytes.size() - offset < size)
        refuse(bytes, "a zip archive that is cut short");
    std::string part(size, '\0');
    bytes.read_at(offset, part);
    return part;
}

struct Directory {
    std::uint64_t count{0};
    std::uint64_t offset{0};
    std::uint64_t size{0};
};

/// Where the end record of zip64 stands in for numbers that do not fit the old one.
std::optional<Directory> directory_64(const SeekableBytes& bytes, std::uint64_t end) {
    if (end < end_locator_64_bytes) return std::nullopt;
    const std::string locator = read_part(bytes, end - end_locator_64_bytes, end_locator_64_bytes);
    if (little_endian(locator, 0, 4) != end_locator_64) return std::nullopt;
    const std::string record = read_part(bytes, little_endian(locator, 8, 8), end_record_64_bytes);
    if (little_endian(record, 0, 4) != end_record_64) refuse(bytes, "a broken zip directory");
    return Directory{little_endian(record, 32, 8), little_endian(record, 48, 8),
                     little_endian(record, 40, 8)};
}

Directory find_directory(const SeekableBytes& bytes) {
    const std::uint64_t most = std::min<std::uint64_t>(bytes.size(), end_record_bytes + longest_comment);
    const std::string tail = read_part(bytes, bytes.size() - most, most);
    for (std::size_t left = tail.size(); left >= end_record_bytes; --left) {
        const std::size_t at = left - end_record_bytes;
        if (little_endian(tail, at, 4) != end_record) continue;
        if (left + little_endian(tail, at + 20, 2) != tail.size()) continue;
        if (const auto found = directory_64(bytes, bytes.size() - tail.size() + at)) return *found;
        return {little_endian(tail, at + 10, 2), little_endian(tail, at + 16, 4),
                little_endian(tail, at + 12, 4)};
    }
    refuse(bytes, "a zip archive without its directory (cut short?)");
}

/// The numbers of the zip64 field, each there only if the old one says so.
void read_extra(std::string_view extra, ZipEntry& entry) {
    while (extra.size() >= 4) {
        const std::uint64_t size = little_endian(extra, 2, 2);
        if (little_endian(extra, 0, 2) == 1) {
            std::string_view numbers = extra.substr(4, size);
            for (std::uint64_t* number : {&entry.size, &entry.packed, &entry.offset}) {
                if (*number != in_extra_field || numbers.size() < 8) continue;
                *number = little_endian(numbers, 0, 8);
                numbers.remove_prefix(8);
            }
            return;
        }
        extra.remove_prefix(std::min<std::size_t>(extra.size(), 4 + size));
    }
}

/// Backslashes are what some programs of Windows write; names in the alphabets of old code pages are only
/// ever shown, and control characters have no business on anybody's terminal.
std::string shown_name(std::string_view raw) {
    std::string name;
    while (!raw.empty()) {
        const std::size_t good = check_utf8(raw).good;
        for (const char byte : raw.substr(0, good))
            if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F)
                name += "\uFFFD";
            else
                name += byte == '\\' ? '/' : byte;
        raw.remove_prefix(good);
        if (raw.empty()) break;
        name += "\uFFFD";
        raw.remove_prefix(1);
    }
    return name;
}

void check_name(const SeekableBytes& bytes, const std::string& name) {
    const bool drive = name.size() > 1 && name[1] == ':';
    if (name.empty() || name.front() == '/' || drive || ("/" + name + "/").find("/../") != std::string::npos)
        refuse(bytes, "a zip archive with a name that leads outside it", "names below the archive",
               "do not use it; ask where it comes from");
}

class DirectoryReader {
  public:
    DirectoryReader(const SeekableBytes& bytes, const ZipLimits& limits) : m_bytes(bytes), m_limits(limits) {}

    std::vector<ZipEntry> read() {
        const Directory directory = find_directory(m_bytes);
        if (directory.count > m_limits.entries)
            refuse(m_bytes, fmt::format("a zip archive of {} files", directory.count),
                   fmt::format("at most {}", m_limits.entries), "pack fewer files together");
        if (directory.size > most_directory_bytes) refuse(m_bytes, "a broken zip directory");
        const std::string records = read_part(m_bytes, directory.offset, directory.size);
        std::size_t at = 0;
        for (std::uint64_t i = 0; i < directory.count; ++i)
            at = read_entry(records, at);
        find_limits(directory.offset);
        std::erase_if(m_entries, [](const ZipEntry& entry) { return entry.name.back() == '/'; });
        return std::move(m_entries);
    }

  private:
    std::size_t read_entry(std::string_view records, std::size_t at) {
        const std::size_t name_size = little_endian(records, at + 28, 2);
        const std::size_t extra_size = little_endian(records, at + 30, 2);
        const std::size_t end =
            at + central_header_bytes + name_size + extra_size + little_endian(records, at + 32, 2);
        if (little_endian(records, at, 4) != central_header || end > records.size())
            refuse(m_bytes, "a broken zip directory");
        ZipEntry entry;
        entry.flags = static_cast<std::uint16_t>(little_endian(records, at + 8, 2));
        entry.method = static_cast<std::uint16_t>(little_endian(records, at + 10, 2));
        entry.crc = static_cast<std::uint32_t>(little_endian(records, at + 16, 4));
        entry.packed = little_endian(records, at + 20, 4);
        entry.size = little_endian(records, at + 24, 4);
        entry.offset = little_endian(records, at + 42, 4);
        const std::string_view name = records.substr(at + central_header_bytes, name_size);
        read_extra(records.substr(at + central_header_bytes + name_size, extra_size), entry);
        entry.name = shown_name(name);
        check_name(m_bytes, entry.name);
        constexpr std::uint64_t link = 0xA;
        if (little_endian(records, at + 38, 4) >> 28 == link)
            refuse(m_bytes, "a zip archive that holds a link", "files", "pack the files themselves");
        if (!m_names.insert(entry.name).second)
            refuse(m_bytes, fmt::format("a zip archive with two files named '{}'", entry.name),
                   "a name for each file", "do not use it; ask where it comes from");
        check_size(entry);
        m_entries.push_back(std::move(entry));
        return end;
    }

    /// What is declared is what is delivered, or an Error: so it is enough to look at what is declared.
    void check_size(const ZipEntry& entry) {
        const bool grows = entry.size > m_limits.growth_matters &&
                           entry.size / m_limits.growth > std::max<std::uint64_t>(entry.packed, 1);
        m_total += std::min(entry.size, m_limits.bytes + 1);
        if (!grows && m_total <= m_limits.bytes) return;
        refuse(m_bytes,
               grows ? fmt::format("'{}', which unpacks to more than {} times its size", entry.name,
                                   m_limits.growth)
                     : fmt::format("a zip archive that unpacks to more than {} MB", m_limits.bytes >> 20),
               "exports", "do not use it; ask where it comes from");
    }

    void find_limits(std::uint64_t directory_offset) {
        std::vector<ZipEntry*> in_order;
        for (ZipEntry& entry : m_entries)
            in_order.push_back(&entry);
        std::sort(in_order.begin(), in_order.end(),
                  [](const ZipEntry* a, const ZipEntry* b) { return a->offset < b->offset; });
        std::uint64_t limit = directory_offset;
        for (auto entry = in_order.rbegin(); entry != in_order.rend(); ++entry)
            (*entry)->limit = std::exchange(limit, (*entry)->offset);
    }

    const SeekableBytes& m_bytes;
    const ZipLimits& m_limits;
    std::vector<ZipEntry> m_entries;
    std::unordered_set<std::string> m_names;
    std::uint64_t m_total{0};
};

} // namespace

std::vector<ZipEntry> read_zip_directory(const SeekableBytes& bytes, const ZipLimits& limits) {
    return DirectoryReader(bytes, limits).read();
}

} // namespace termbook::readers
