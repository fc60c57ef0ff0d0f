// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/trust.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>

namespace termbook {

/// The school that one of an export's folders is named for: an index into Trust::schools. A trust of one
/// school needs no folders. `file` is relative to the workspace.
std::optional<std::size_t> school_of_folder(const Trust& trust, const std::filesystem::path& file);

/// The year that one of a file's folders is named for: an index into the calendar's years. "2024-25",
/// "2024_25" and "202425" are 2024/25.
std::optional<std::size_t> year_named_by(const std::filesystem::path& relative, const Calendar& calendar);

} // namespace termbook
