// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace termbook::writers {

/// Makes a file appear whole or not at all: `write` fills a temporary file in the same folder, which is then
/// flushed to disk, renamed over `path`, and the folder flushed. Missing parent folders are made. On any
/// failure the temporary file is removed and Error (ErrorKind::output) names the path, what the system said
/// and what to do.
void write_whole_file(const std::filesystem::path& path,
                      const std::function<void(const std::filesystem::path&)>& write);

/// The same for bytes that are at hand.
void write_whole_file(const std::filesystem::path& path, std::string_view bytes);

} // namespace termbook::writers
