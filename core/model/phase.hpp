// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string_view>

namespace termbook {

enum class Phase { primary, secondary, special, all_through };

/// "primary", "secondary", "special", "all-through".
std::optional<Phase> parse_phase(std::string_view text);
std::string_view to_string(Phase phase);

} // namespace termbook
