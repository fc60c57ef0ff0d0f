// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/output.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/writers/whole_file.hpp"

#include <chrono>
#include <system_error>

namespace termbook::sample {

void write_export(const std::filesystem::path& path, std::string_view bytes, Date day) {
    writers::write_whole_file(path, bytes);
    constexpr std::chrono::seconds after_school = std::chrono::hours{16};
    std::error_code error;
    std::filesystem::last_write_time(path, std::chrono::file_clock::from_sys(day + after_school), error);
    if (error)
        throw Error({path.string(), 0, 0, {}}, "a file whose date cannot be set (" + error.message() + ")",
                    "a folder with permission to write", "name another folder", ErrorKind::output);
}

} // namespace termbook::sample
