// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/new_folder.hpp"

#include "core/diagnostics/error.hpp"

namespace termbook::cli {

void require_new_folder(const std::filesystem::path& folder) {
    std::error_code error;
    if (!std::filesystem::exists(folder, error) && !error) return;
    if (!error && std::filesystem::is_directory(folder, error) && std::filesystem::is_empty(folder, error) &&
        !error)
        return;
    throw Error({folder.string(), 0, 0, {}}, error ? error.message() : "something there already",
                "a new or empty folder", "choose another, or remove what is there", ErrorKind::output);
}

} // namespace termbook::cli
