// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/byte_source.hpp"
#include "connectors/readers/zip/seekable_bytes.hpp"
#include "connectors/readers/zip/zip_directory.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::readers {

/// A zip archive from outside. Nothing is ever unpacked to disk: each entry is a stream of bytes.
class ZipArchive {
  public:
    /// Throws Error as read_zip_directory() does.
    explicit ZipArchive(std::shared_ptr<const SeekableBytes> bytes, const ZipLimits& limits = {});

    const std::vector<ZipEntry>& entries() const { return m_entries; }
    const std::string& name() const { return m_bytes->name(); }

    /// The entry of this name; where there is none, one that differs in capitals only. Null if there is none.
    const ZipEntry* find(std::string_view name) const;

    /// The bytes of an entry; errors call them `display_name`. Throws Error when the entry is encrypted,
    /// packed in a way that is not known, or overlaps another; reading throws when more or fewer bytes come
    /// than the directory says, or others.
    std::unique_ptr<ByteSource> open(const ZipEntry& entry, std::string display_name) const;

    /// All bytes of an entry that is held in memory anyway. Throws Error beyond `most` bytes.
    std::string read(const ZipEntry& entry, std::string display_name, std::uint64_t most) const;

  private:
    std::shared_ptr<const SeekableBytes> m_bytes;
    std::vector<ZipEntry> m_entries;
};

} // namespace termbook::readers
