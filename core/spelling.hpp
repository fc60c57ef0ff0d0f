// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace termbook {

/// How many letters must be put in, taken out or changed to make one word the other (Levenshtein's distance).
std::size_t letters_to_change(std::string_view a, std::string_view b);

/// The name in `known` that is spelt most nearly like `name` (fewest letters to change), for "did you mean";
/// empty when none comes near.
std::string_view nearest_spelling(std::string_view name, std::span<const std::string_view> known);

} // namespace termbook
