// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/byte_source.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace termbook::readers {

/// The bytes of a file of which parts are read, in any order: an archive, a workbook.
class SeekableBytes {
  public:
    virtual ~SeekableBytes() = default;

    /// What errors call the file.
    virtual const std::string& name() const = 0;
    virtual std::uint64_t size() const = 0;

    /// Fills `room` with what stands at `offset`. Throws Error when that reaches beyond the end, or reading
    /// fails.
    virtual void read_at(std::uint64_t offset, std::span<char> room) const = 0;
};

/// A file on disk. Throws Error when it cannot be opened.
std::shared_ptr<const SeekableBytes> open_seekable(const std::filesystem::path& path,
                                                   std::string display_name);

/// Bytes in memory, kept.
std::shared_ptr<const SeekableBytes> keep_seekable(std::string bytes, std::string display_name);

/// All of the bytes in order, under their own name.
std::unique_ptr<ByteSource> open_whole(std::shared_ptr<const SeekableBytes> bytes);

} // namespace termbook::readers
