// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/output.hpp"

#include "core/diagnostics/error.hpp"

#include <chrono>
#include <cstring>
#include <fstream>
#include <system_error>

namespace termbook::sample {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, const std::string& reason) {
    throw Error({path.string(), 0, 0, {}}, "a file that cannot be written (" + reason + ")",
                "a folder with room and permission to write", "name another folder", ErrorKind::output);
}

} // namespace

void write_export(const fs::path& path, std::string_view bytes, Date day) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) refuse(path, error.message());
    errno = 0;
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) refuse(path, std::strerror(errno));
    constexpr std::chrono::seconds after_school = std::chrono::hours{16};
    fs::last_write_time(path, std::chrono::file_clock::from_sys(day + after_school), error);
    if (error) refuse(path, error.message());
}

} // namespace termbook::sample
