// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/package.hpp"

#include "core/diagnostics/error.hpp"

#include <Poco/Checksum.h>
#include <Poco/InflatingStream.h>
#include <Poco/MemoryStream.h>
#include <algorithm>
#include <cstdint>
#include <fmt/format.h>

namespace termbook::odf {

namespace {

constexpr std::size_t most_bytes = std::size_t{512} << 20;
constexpr std::size_t most_entries = 10'000;
constexpr std::size_t most_growth = 500;            // deflate itself ends near 1,000
constexpr std::size_t growth_matters = 16ULL << 20; // a small sheet of blanks may honestly grow more

constexpr std::uint32_t local_header = 0x04034b50;
constexpr std::uint32_t directory_header = 0x02014b50;
constexpr std::uint32_t directory_end = 0x06054b50;

struct Entry {
    std::string name;
    std::uint16_t flags{0};
    std::uint16_t method{0};
    std::uint32_t crc{0};
    std::size_t packed{0};
    std::size_t size{0};
    std::uint32_t attributes{0};
    std::size_t offset{0};
};

[[noreturn]] void refuse(std::string found, std::string expected = "a whole OpenDocument package",
                         std::string remedy = "open it in LibreOffice and save it again") {
    throw Error({}, std::move(found), std::move(expected), std::move(remedy));
}

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t width) {
    if (at > bytes.size() || bytes.size() - at < width) refuse("a zip archive that is cut short");
    std::uint32_t value = 0;
    for (std::size_t i = width; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::uint16_t u16(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(number(bytes, at, 2));
}
std::uint32_t u32(std::string_view bytes, std::size_t at) {
    return number(bytes, at, 4);
}

std::size_t find_directory_end(std::string_view bytes) {
    constexpr std::size_t fixed = 22;
    constexpr std::size_t longest_comment = 0xFFFF;
    if (bytes.size() >= fixed) {
        const std::size_t lowest = bytes.size() - std::min(bytes.size(), fixed + longest_comment);
        for (std::size_t at = bytes.size() - fixed + 1; at-- > lowest;)
            if (u32(bytes, at) == directory_end && at + fixed + u16(bytes, at + 20) == bytes.size())
                return at;
    }
    refuse("a zip archive without its directory (cut short?)");
}

void check_entry(const Entry& entry) {
    const auto& name = entry.name;
    if (entry.flags & 1)
        refuse(fmt::format("the encrypted member '{}'", name), "a package without a password",
               "save the document without a password");
    if (entry.method != 0 && entry.method != 8)
        refuse(fmt::format("the member '{}' packed by method {}", name, entry.method),
               "stored or deflated members");
    const bool outside = name.empty() || name.front() == '/' || name.find('\\') != std::string::npos ||
                         name.find('\0') != std::string::npos ||
                         ("/" + name + "/").find("/../") != std::string::npos;
    if (outside) refuse("a member whose path leads outside the package");
    constexpr std::uint32_t link = 0xA000;
    if ((entry.attributes >> 16 & 0xF000) == link) refuse(fmt::format("a link as the member '{}'", name));
}

std::vector<Entry> read_directory(std::string_view bytes) {
    const std::size_t end = find_directory_end(bytes);
    const std::size_t count = u16(bytes, end + 10);
    if (count > most_entries)
        refuse(fmt::format("{} members", count), fmt::format("at most {}", most_entries));
    std::size_t at = u32(bytes, end + 16);
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < count; ++i) {
        if (u32(bytes, at) != directory_header) refuse("a broken zip directory");
        Entry entry{{},
                    u16(bytes, at + 8),
                    u16(bytes, at + 10),
                    u32(bytes, at + 16),
                    u32(bytes, at + 20),
                    u32(bytes, at + 24),
                    u32(bytes, at + 38),
                    u32(bytes, at + 42)};
        const std::size_t name_size = u16(bytes, at + 28);
        const std::size_t rest = std::size_t{u16(bytes, at + 30)} + u16(bytes, at + 32);
        if (at + 46 + name_size > bytes.size()) refuse("a zip archive that is cut short");
        entry.name = bytes.substr(at + 46, name_size);
        check_entry(entry);
        entries.push_back(std::move(entry));
        at += 46 + name_size + rest;
    }
    return entries;
}

std::string inflate(const Entry& entry, std::string_view packed, std::size_t room) {
    Poco::MemoryInputStream source(packed.data(), static_cast<std::streamsize>(packed.size()));
    constexpr int raw_deflate = -15;
    Poco::InflatingInputStream stream(source, raw_deflate);
    std::string out;
    std::vector<char> buffer(1 << 16);
    while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), stream.gcount() > 0) {
        out.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
        if (out.size() > room)
            refuse("a package that inflates to more than 512 MB", "a template or a report",
                   "check where the file comes from");
        if (out.size() > growth_matters && out.size() / most_growth > packed.size())
            refuse(fmt::format("the member '{}', which blows up more than {} times", entry.name, most_growth),
                   "a template or a report", "check where the file comes from");
    }
    if (stream.bad()) refuse(fmt::format("damaged data in the member '{}'", entry.name));
    return out;
}

std::string read_entry(std::string_view bytes, const Entry& entry, std::size_t& next_free, std::size_t room) {
    if (entry.offset < next_free) refuse("members that overlap");
    if (u32(bytes, entry.offset) != local_header) refuse("a broken zip directory");
    const std::size_t data =
        entry.offset + 30 + u16(bytes, entry.offset + 26) + u16(bytes, entry.offset + 28);
    if (data > bytes.size() || bytes.size() - data < entry.packed) refuse("a zip archive that is cut short");
    next_free = data + entry.packed;
    const auto packed = bytes.substr(data, entry.packed);
    if (entry.method == 0 && packed.size() > room) refuse("a package of more than 512 MB");
    std::string content = entry.method == 0 ? std::string(packed) : inflate(entry, packed, room);
    Poco::Checksum crc(Poco::Checksum::TYPE_CRC32);
    crc.update(content.data(), static_cast<unsigned>(content.size()));
    if (content.size() != entry.size || crc.checksum() != entry.crc)
        refuse(fmt::format("damaged data in the member '{}'", entry.name));
    return content;
}

} // namespace

std::map<std::string, std::string> read_package(std::string_view bytes) {
    auto entries = read_directory(bytes);
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.offset < b.offset; });
    std::map<std::string, std::string> members;
    std::size_t next_free = 0;
    std::size_t room = most_bytes;
    for (const auto& entry : entries) {
        auto content = read_entry(bytes, entry, next_free, room);
        room -= content.size();
        if (!members.emplace(entry.name, std::move(content)).second)
            refuse(fmt::format("two members named '{}'", entry.name));
    }
    std::erase_if(members, [](const auto& member) { return member.first.back() == '/'; });
    return members;
}

} // namespace termbook::odf
