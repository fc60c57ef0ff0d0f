// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/zip/seekable_bytes.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace termbook::readers {

/// What an archive may hold. Deflate itself ends near 1,000 bytes for one; a small sheet of blanks may
/// honestly grow more than most.
struct ZipLimits {
    std::size_t entries{10'000};
    std::uint64_t bytes{std::uint64_t{8} << 30}; ///< unpacked, all together
    std::uint64_t growth{500};                   ///< bytes for one packed byte, …
    std::uint64_t growth_matters{16 << 20};      ///< … of an entry larger than this
};

/// One file in an archive, as its directory describes it.
struct ZipEntry {
    std::string name; ///< UTF-8, with / between folders; what is no text is replaced
    std::uint16_t flags{0};
    std::uint16_t method{0};
    std::uint32_t crc{0};
    std::uint64_t packed{0};
    std::uint64_t size{0};
    std::uint64_t offset{0}; ///< of its local header
    std::uint64_t limit{0};  ///< where the next entry or the directory begins

    bool is_encrypted() const { return (flags & 1) != 0; }
};

/// Reads the directory at the end of an archive, and that alone. Folders are left out. Throws Error for what
/// is no archive, breaks a limit, or has names that are absolute, lead outside, stand twice, or are links.
std::vector<ZipEntry> read_zip_directory(const SeekableBytes& bytes, const ZipLimits& limits);

} // namespace termbook::readers
