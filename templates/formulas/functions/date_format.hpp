// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace termbook::formulas {

/// Whether the code is a date's or a time's: `dd/mm/yyyy`, `d mmmm yyyy`, `hh:mm` and what is like them.
bool can_format_date(std::string_view code);

/// The day number in such a format, in English; none in any other.
std::optional<std::string> format_date(std::string_view code, double serial);

} // namespace termbook::formulas
