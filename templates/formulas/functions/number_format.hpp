// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace termbook::formulas {

/// Whether the code is a number's of the common kind: `0`, `0.0`, `#,##0`, `0%`, signs, currency and quoted
/// text around them, up to three sections (positive; negative; nought).
bool can_format_number(std::string_view code);

/// The number in a format that can_format_number accepts; none in any other.
std::optional<std::string> format_number(std::string_view code, double number);

} // namespace termbook::formulas
