// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>

namespace termbook::cli {

/// Throws Error (output) unless a workspace can be made there: nothing there yet, or an empty folder.
/// Nobody's termbook.xml is written over.
void require_new_folder(const std::filesystem::path& folder);

} // namespace termbook::cli
