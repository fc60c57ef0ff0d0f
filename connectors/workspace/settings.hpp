// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/trust.hpp"

#include <filesystem>
#include <string>

namespace termbook {

/// Reads termbook.xml: the trust with its schools, years, targets and thresholds, and nobody in it yet.
/// Throws Error with the place when the file is not there, not well-formed, or says something that is not
/// known.
Trust read_settings(const std::filesystem::path& file);

/// The same from bytes; `name` is what errors call them.
Trust parse_settings(std::string bytes, const std::string& name);

} // namespace termbook
