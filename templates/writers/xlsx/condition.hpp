// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace termbook::writers::xlsx {

/// A condition in the library's terms; its operands still as OpenDocument writes formulas.
struct Condition {
    std::uint8_t type{0};
    std::uint8_t criteria{0};
    std::string first;
    std::string second;
    double number{0}; ///< how many, for the top and bottom
};

/// Reads `>=90`, `between(1,5)`, `formula-is([.B2]>1)`, `top-elements(3)`, `contains-text("x")` and, as
/// styles write them, `cell-content()>=90` and `is-true-formula(…)`.
std::optional<Condition> parse_condition(std::string_view text);

/// `last-7-days` and the like; none for what the sheet format does not know.
std::optional<std::uint8_t> date_criteria(std::string_view date);

/// `3TrafficLights1` and the like.
std::optional<std::uint8_t> icon_style(std::string_view name);

} // namespace termbook::writers::xlsx
