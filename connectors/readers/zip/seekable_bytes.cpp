// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/zip/seekable_bytes.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <utility>

namespace termbook::readers {

namespace {

[[noreturn]] void refuse_end(const std::string& name) {
    throw Error({name, 0, 0, {}}, "a file that ends too early", "a whole file", "export or copy it again");
}

class FileBytes : public SeekableBytes {
  public:
    FileBytes(const std::filesystem::path& path, std::string name) : m_name(std::move(name)) {
        m_file.open(path, std::ios::binary | std::ios::ate);
        if (!m_file)
            throw Error({m_name, 0, 0, {}}, "a file that cannot be opened", "a file that may be read",
                        "check its name and its permissions");
        m_size = static_cast<std::uint64_t>(std::max<std::streamoff>(0, m_file.tellg()));
    }

    const std::string& name() const override { return m_name; }
    std::uint64_t size() const override { return m_size; }
    void read_at(std::uint64_t offset, std::span<char> room) const override {
        if (offset > m_size || m_size - offset < room.size()) refuse_end(m_name);
        m_file.clear();
        m_file.seekg(static_cast<std::streamoff>(offset));
        m_file.read(room.data(), static_cast<std::streamsize>(room.size()));
        if (!m_file)
            throw Error({m_name, 0, 0, {}}, "a file that cannot be read", "a file on a disk that answers",
                        "check the disk or the network, then try again");
    }

  private:
    std::string m_name;
    mutable std::ifstream m_file; ///< reading moves its position, of which nobody outside knows
    std::uint64_t m_size{0};
};

class KeptBytes : public SeekableBytes {
  public:
    KeptBytes(std::string bytes, std::string name) : m_bytes(std::move(bytes)), m_name(std::move(name)) {}

    const std::string& name() const override { return m_name; }
    std::uint64_t size() const override { return m_bytes.size(); }
    void read_at(std::uint64_t offset, std::span<char> room) const override {
        if (offset > m_bytes.size() || m_bytes.size() - offset < room.size()) refuse_end(m_name);
        std::copy_n(m_bytes.data() + offset, room.size(), room.data());
    }

  private:
    std::string m_bytes;
    std::string m_name;
};

class WholeSource : public ByteSource {
  public:
    explicit WholeSource(std::shared_ptr<const SeekableBytes> bytes)
        : ByteSource(bytes->name()), m_bytes(std::move(bytes)) {}

    std::optional<std::uint64_t> size() const override { return m_bytes->size(); }

  private:
    std::size_t read_some(std::span<char> room) override {
        const auto count = std::min<std::uint64_t>(room.size(), m_bytes->size() - m_at);
        m_bytes->read_at(m_at, room.first(count));
        m_at += count;
        return count;
    }

    std::shared_ptr<const SeekableBytes> m_bytes;
    std::uint64_t m_at{0};
};

} // namespace

std::shared_ptr<const SeekableBytes> open_seekable(const std::filesystem::path& path,
                                                   std::string display_name) {
    return std::make_shared<FileBytes>(path, std::move(display_name));
}

std::shared_ptr<const SeekableBytes> keep_seekable(std::string bytes, std::string display_name) {
    return std::make_shared<KeptBytes>(std::move(bytes), std::move(display_name));
}

std::unique_ptr<ByteSource> open_whole(std::shared_ptr<const SeekableBytes> bytes) {
    return std::make_unique<WholeSource>(std::move(bytes));
}

} // namespace termbook::readers
