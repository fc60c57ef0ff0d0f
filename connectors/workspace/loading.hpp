// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/workspace/workspace.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace termbook {

/// A file and the name that messages and Sources give it.
using NamedFile = std::pair<std::filesystem::path, std::string>;

/// Reads exports into `workspace.trust`, which has nobody in it yet: each is recognised, by the profiles of
/// the workspace at `profiles` too, then all are read, lists of pupils first. What cannot be used is refused
/// in its report, and the rest goes on. `exports` is how the names of exports begin, as those of a workspace
/// do with "exports".
void load_files(const std::vector<NamedFile>& files, const std::filesystem::path& profiles,
                const std::filesystem::path& exports, Workspace& workspace);

} // namespace termbook
