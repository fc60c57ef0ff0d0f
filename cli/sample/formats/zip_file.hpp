// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace termbook::sample {

/// Files by name, in a zip archive.
std::string zip_file(const std::vector<std::pair<std::string, std::string>>& files);

} // namespace termbook::sample
