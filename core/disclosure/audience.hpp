// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string_view>

namespace termbook {

/// Who reads what is made, and so how much of small groups is withheld.
enum class Audience { public_, governors, staff };

/// "public", "governors" or "staff".
std::optional<Audience> parse_audience(std::string_view text);
std::string_view to_string(Audience audience);

/// What everything that is made for staff says.
inline constexpr std::string_view not_suppressed = "not suppressed: for staff";

} // namespace termbook
