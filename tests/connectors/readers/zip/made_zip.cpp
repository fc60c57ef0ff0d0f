// SPDX-License-Identifier: MPL-2.0
#include "tests/connectors/readers/zip/made_zip.hpp"

#include <Poco/Checksum.h>
#include <Poco/DeflatingStream.h>
#include <sstream>

namespace termbook::readers {

namespace {

std::string number(std::uint64_t value, int width) {
    std::string bytes;
    for (int i = 0; i < width; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    return bytes;
}

std::string deflated(const std::string& content) {
    std::ostringstream packed;
    Poco::DeflatingOutputStream stream(packed, -15, 6);
    stream << content;
    stream.close();
    return packed.str();
}

std::uint32_t crc_of(const std::string& content) {
    Poco::Checksum crc(Poco::Checksum::TYPE_CRC32);
    crc.update(content);
    return crc.checksum();
}

} // namespace

std::string made_zip(const std::vector<MadeEntry>& entries, std::string_view comment, bool zip64) {
    std::string archive;
    std::string directory;
    for (const MadeEntry& entry : entries) {
        const std::uint16_t method = entry.method.value_or(8);
        const std::string packed = method == 8 ? deflated(entry.content) : entry.content;
        const std::uint64_t size = entry.size.value_or(entry.content.size());
        const std::uint64_t offset = entry.offset.value_or(archive.size());
        const std::uint64_t elsewhere = 0xFFFFFFFF;
        const std::string extra = entry.zip64 ? number(1, 2) + number(24, 2) + number(size, 8) +
                                                    number(packed.size(), 8) + number(offset, 8)
                                              : std::string();
        const std::string what = number(entry.flags, 2) + number(method, 2) + number(0, 4) +
                                 number(entry.crc.value_or(crc_of(entry.content)), 4) +
                                 number(entry.zip64 ? elsewhere : packed.size(), 4) +
                                 number(entry.zip64 ? elsewhere : size, 4) + number(entry.name.size(), 2);
        archive += "PK\x03\x04" + number(20, 2) + what + number(0, 2) + entry.name + packed;
        directory += "PK\x01\x02" + number(20, 2) + number(20, 2) + what + number(extra.size(), 2) +
                     number(0, 6) + number(entry.attributes, 4) +
                     number(entry.zip64 ? elsewhere : offset, 4) + entry.name + extra;
    }
    const std::uint64_t begin = archive.size();
    archive += directory;
    const std::uint64_t count = entries.size();
    if (zip64) {
        const std::uint64_t record = archive.size();
        archive += "PK\x06\x06" + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8) +
                   number(count, 8) + number(count, 8) + number(directory.size(), 8) + number(begin, 8);
        archive += "PK\x06\x07" + number(0, 4) + number(record, 8) + number(1, 4);
    }
    archive += "PK\x05\x06" + number(0, 4) + number(zip64 ? 0xFFFF : count, 2) +
               number(zip64 ? 0xFFFF : count, 2) + number(directory.size(), 4) +
               number(zip64 ? 0xFFFFFFFF : begin, 4) + number(comment.size(), 2);
    return archive.append(comment);
}

} // namespace termbook::readers
