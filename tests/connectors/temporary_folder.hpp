// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

namespace termbook {

/// A folder of its own that goes when the test does.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        static std::atomic<int> made{0};
        const std::string name = "termbook-" + std::to_string(getpid()) + "-" + std::to_string(++made);
        m_path = std::filesystem::temp_directory_path() / name;
        std::filesystem::create_directories(m_path);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

    /// Writes a file below the folder.
    void write(const std::filesystem::path& file, std::string_view bytes) const {
        const auto path = m_path / file;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
    }

  private:
    std::filesystem::path m_path;
};

} // namespace termbook
