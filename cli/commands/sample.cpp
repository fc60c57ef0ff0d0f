// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/sample.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/new_folder.hpp"

#include <iostream>

namespace termbook::cli {

ExitStatus sample(const std::filesystem::path& folder) {
    require_new_folder(folder);
    write_sample(folder);
    std::cout << std::filesystem::absolute(folder).lexically_normal().string() << '\n';
    return done;
}

} // namespace termbook::cli
