// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"

#include <filesystem>
#include <string_view>

namespace termbook::sample {

/// Writes a file as it would have been written on a day: an export that states no date is taken to be of the
/// day on which it last changed. Missing folders are made. Throws Error (ErrorKind::output).
void write_export(const std::filesystem::path& path, std::string_view bytes, Date day);

} // namespace termbook::sample
