// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/source_pos.hpp"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace termbook::readers {

class Sha256;

/// The bytes of one export, in order and once, in memory that does not grow with the file.
class ByteSource {
  public:
    /// `name` is what errors call the file.
    explicit ByteSource(std::string name);
    virtual ~ByteSource();
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Up to room.size() bytes, fewer only because they come so; 0 at the end. Throws Error when reading
    /// fails.
    std::size_t read(std::span<char> room);

    const std::string& name() const { return m_name; }
    SourcePos place(std::uint64_t line = 0, std::uint32_t column = 0) const {
        return {m_name, line, column, {}};
    }
    std::uint64_t bytes_read() const { return m_bytes_read; }

    /// How many bytes there are in all, where that is known beforehand.
    virtual std::optional<std::uint64_t> size() const = 0;

    /// Asks for the digest; call it before the first read.
    void keep_sha256();

    /// SHA-256 of all the bytes as 64 lower-case hexadecimal digits, reading what nobody has read yet;
    /// nothing where keep_sha256() was not called.
    std::optional<std::string> sha256();

  private:
    virtual std::size_t read_some(std::span<char> room) = 0;

    std::string m_name;
    std::uint64_t m_bytes_read{0};
    std::unique_ptr<Sha256> m_sha256;
};

/// A file on disk. Throws Error when it cannot be opened. `display_name` stands in errors instead of the
/// path.
std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path, std::string display_name);

/// Bytes that are in memory already and outlive the source, handed out at most `most_at_once` at a time.
std::unique_ptr<ByteSource> open_memory(std::string_view bytes, std::string display_name,
                                        std::size_t most_at_once = std::numeric_limits<std::size_t>::max());

} // namespace termbook::readers
