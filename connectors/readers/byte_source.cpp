// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/byte_source.hpp"

#include "connectors/readers/sha256.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

namespace termbook::readers {

namespace {

std::string reason(int error_number) {
    return std::generic_category().message(error_number);
}

class FileSource : public ByteSource {
  public:
    FileSource(const std::filesystem::path& path, std::string name)
        : ByteSource(std::move(name)), m_file(std::fopen(path.c_str(), "rb"), &std::fclose) {
        if (!m_file)
            throw Error(place(), "a file that cannot be opened (" + reason(errno) + ")",
                        "a file that may be read", "check its name and its permissions");
        // Whoever reads brings a buffer of their own: a second one would only copy.
        std::setvbuf(m_file.get(), nullptr, _IONBF, 0);
        std::error_code failure;
        const auto bytes = std::filesystem::file_size(path, failure);
        if (!failure) m_size = bytes;
    }

    std::optional<std::uint64_t> size() const override { return m_size; }

  private:
    std::size_t read_some(std::span<char> room) override {
        errno = 0;
        const std::size_t count = std::fread(room.data(), 1, room.size(), m_file.get());
        if (count == 0 && std::ferror(m_file.get()))
            throw Error(place(), "a file that cannot be read (" + reason(errno) + ")",
                        "a file on a disk that answers", "check the disk or the network, then try again");
        return count;
    }

    std::unique_ptr<std::FILE, int (*)(std::FILE*)> m_file;
    std::optional<std::uint64_t> m_size;
};

class MemorySource : public ByteSource {
  public:
    MemorySource(std::string_view bytes, std::string name, std::size_t most_at_once)
        : ByteSource(std::move(name)), m_rest(bytes), m_size(bytes.size()), m_most(most_at_once) {}

    std::optional<std::uint64_t> size() const override { return m_size; }

  private:
    std::size_t read_some(std::span<char> room) override {
        const std::size_t count = std::min({m_rest.size(), room.size(), m_most});
        std::copy_n(m_rest.data(), count, room.data());
        m_rest.remove_prefix(count);
        return count;
    }

    std::string_view m_rest;
    std::uint64_t m_size;
    std::size_t m_most;
};

} // namespace

ByteSource::ByteSource(std::string name) : m_name(std::move(name)) {}
ByteSource::~ByteSource() = default;

std::size_t ByteSource::read(std::span<char> room) {
    const std::size_t count = read_some(room);
    m_bytes_read += count;
    if (m_sha256) m_sha256->add({room.data(), count});
    return count;
}

void ByteSource::keep_sha256() {
    if (!m_sha256) m_sha256 = std::make_unique<Sha256>();
}

std::optional<std::string> ByteSource::sha256() {
    if (!m_sha256) return std::nullopt;
    std::array<char, std::size_t{1} << 16> unread;
    while (read(unread) != 0) {
    }
    return m_sha256->finish();
}

std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path, std::string display_name) {
    return std::make_unique<FileSource>(path, std::move(display_name));
}

std::unique_ptr<ByteSource> open_memory(std::string_view bytes, std::string display_name,
                                        std::size_t most_at_once) {
    return std::make_unique<MemorySource>(bytes, std::move(display_name), most_at_once);
}

} // namespace termbook::readers
