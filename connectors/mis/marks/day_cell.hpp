// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/attendance_codes.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace termbook {

/// The morning's and the afternoon's mark of a cell that holds a day: "/\", "IL", "C1/", "/, C2"; a blank
/// stands for a missing mark where the other shows which of the two it is ("/ "), an empty cell for two, and
/// one `#` or `Z` for the whole day. None for anything else: one mark could be of either session.
std::optional<std::pair<std::string_view, std::string_view>> split_day(std::string_view cell,
                                                                       const AttendanceCodes& codes);

} // namespace termbook
