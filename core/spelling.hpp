// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>
#include <string_view>

namespace termbook {

/// The name in `known` that is spelt most nearly like `name` (fewest letters to change), for "did you mean";
/// empty when none comes near.
std::string_view nearest_spelling(std::string_view name, std::span<const std::string_view> known);

} // namespace termbook
