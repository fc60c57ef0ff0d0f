// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/whole_file.hpp"

#include "core/diagnostics/error.hpp"

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace termbook::writers {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& what, int reason) {
    throw Error({path.string(), 0, 0, ""},
                fmt::format("{} ({})", what, std::generic_category().message(reason)),
                "a folder that can be written", "choose another place for it", ErrorKind::output);
}

[[noreturn]] void fail_for_room(const std::filesystem::path& path, int reason) {
    throw Error({path.string(), 0, 0, ""},
                fmt::format("a disk that took no more ({})", std::generic_category().message(reason)),
                "room for the file", "free space, or choose another place for it", ErrorKind::output);
}

/// Closed when it goes; a second close would hide what the first one said.
class Descriptor {
  public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    int number() const { return m_number; }
    int close() { return ::close(std::exchange(m_number, -1)); }

  private:
    int m_number;
};

/// Takes the temporary file away again unless it was renamed.
class Temporary {
  public:
    explicit Temporary(std::filesystem::path path) : m_path(std::move(path)) {}
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        std::error_code ignored;
        if (!m_path.empty()) std::filesystem::remove(m_path, ignored);
    }
    const std::filesystem::path& path() const { return m_path; }
    void keep() { m_path.clear(); }

  private:
    std::filesystem::path m_path;
};

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

/// A name in the same folder, so that renaming is one step; it keeps the extension, which some writers go by.
std::filesystem::path temporary_beside(const std::filesystem::path& path) {
    static std::atomic<unsigned> count{0};
    return folder_of(path) / fmt::format(".termbook-{}-{}{}", ::getpid(), count++, path.extension().string());
}

void flush_to_disk(const std::filesystem::path& file, const std::filesystem::path& path, int flags) {
    Descriptor descriptor(::open(file.c_str(), flags | O_CLOEXEC));
    if (descriptor.number() < 0) fail(path, "no file that was written", errno);
    const bool is_folder = (flags & O_DIRECTORY) != 0;
    // Some file systems cannot flush a folder; the file is whole all the same.
    if (::fsync(descriptor.number()) != 0 && !(is_folder && errno == EINVAL)) fail_for_room(path, errno);
    if (descriptor.close() != 0) fail_for_room(path, errno);
}

void make_folder(const std::filesystem::path& path) {
    std::error_code failure;
    std::filesystem::create_directories(folder_of(path), failure);
    if (failure) fail(path, "no folder to write into", failure.value());
    if (std::filesystem::is_directory(path, failure)) fail(path, "a folder where the file should be", EISDIR);
    if (::access(folder_of(path).c_str(), W_OK | X_OK) != 0)
        fail(path, "a folder that cannot be written", errno);
}

void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail_for_room(path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

} // namespace

void write_whole_file(const std::filesystem::path& path,
                      const std::function<void(const std::filesystem::path&)>& write) {
    make_folder(path);
    Temporary temporary(temporary_beside(path));
    write(temporary.path());
    flush_to_disk(temporary.path(), path, O_RDONLY);
    if (::rename(temporary.path().c_str(), path.c_str()) != 0)
        fail(path, "a file that cannot be put in place", errno);
    temporary.keep();
    flush_to_disk(folder_of(path), path, O_RDONLY | O_DIRECTORY);
}

void write_whole_file(const std::filesystem::path& path, std::string_view bytes) {
    write_whole_file(path, [&](const std::filesystem::path& temporary) {
        Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
        if (file.number() < 0) fail(path, "a folder that cannot be written", errno);
        write_all(file.number(), bytes, path);
        if (file.close() != 0) fail_for_room(path, errno);
    });
}

} // namespace termbook::writers
