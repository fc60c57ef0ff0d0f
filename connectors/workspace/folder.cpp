// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/folder.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

namespace termbook {

namespace fs = std::filesystem;

std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with('.') || name.starts_with('~')) continue;
        if (!entry.is_directory() || entry.is_symlink()) {
            files.push_back(entry.path());
            continue;
        }
        const auto below = files_below(entry.path());
        files.insert(files.end(), below.begin(), below.end());
    }
    // A folder that cannot be opened is refused as a file would be, not passed over.
    if (error && error != std::errc::no_such_file_or_directory) files.push_back(folder);
    std::sort(files.begin(), files.end());
    return files;
}

std::optional<Date> last_change(const fs::path& file) {
    std::error_code error;
    const auto time = fs::last_write_time(file, error);
    if (error) return std::nullopt;
    return std::chrono::floor<std::chrono::days>(
        std::chrono::file_clock::to_sys(std::chrono::time_point_cast<std::chrono::seconds>(time)));
}

KnownProfiles::KnownProfiles(const fs::path& workspace) {
    for (const fs::path& file : files_below(workspace / "profiles")) {
        if (file.extension() != ".xml") continue;
        std::ifstream stream(file, std::ios::binary);
        m_own.push_back(read_profile({std::istreambuf_iterator<char>(stream), {}}, file.string()));
    }
}

std::vector<const Profile*> KnownProfiles::all() const {
    std::vector<const Profile*> all;
    for (const Profile& profile : m_own)
        all.push_back(&profile);
    for (const Profile& profile : shipped_profiles())
        all.push_back(&profile);
    return all;
}

} // namespace termbook
