// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/compound_file.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <string>

namespace termbook::readers {

namespace {

constexpr std::uint64_t sector_bytes = 512; ///< sectors are this large or a multiple
constexpr std::uint64_t entry_bytes = 128;  ///< of a stream in the directory

/// A stream's name as the directory spells it, in UTF-16.
std::string spelled(std::string_view name) {
    std::string bytes;
    for (const char letter : name)
        bytes.append(1, letter).append(1, '\0');
    return bytes;
}

/// Directory entries stand at multiples of their size, whichever sectors the directory has.
bool has_stream(const SeekableBytes& bytes, std::string_view name) {
    const std::string wanted = spelled(name);
    std::string piece(sector_bytes * 128, '\0');
    for (std::uint64_t at = sector_bytes; at < bytes.size(); at += piece.size()) {
        const auto size = std::min<std::uint64_t>(piece.size(), bytes.size() - at);
        bytes.read_at(at, std::span(piece).first(size));
        for (std::uint64_t entry = 0; entry + wanted.size() <= size; entry += entry_bytes)
            if (std::string_view(piece).substr(entry, wanted.size()) == wanted) return true;
    }
    return false;
}

} // namespace

bool is_compound_file(std::string_view start) {
    return start.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

void refuse_compound_file(const SeekableBytes& bytes) {
    const SourcePos pos{bytes.name(), 0, 0, {}};
    if (has_stream(bytes, "EncryptedPackage"))
        throw Error(pos, "a workbook with a password", "one without",
                    "open it, take the password off and save it");
    throw Error(pos, "an old .xls workbook or another old office file", "an .xlsx, .ods or CSV",
                "open it and save it as .xlsx");
}

} // namespace termbook::readers
