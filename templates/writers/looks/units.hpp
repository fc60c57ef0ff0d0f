// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace termbook::writers {

/// An OpenDocument length ("2.54cm", "10pt") in points.
std::optional<double> to_points(std::string_view length);

/// "#12436D" as 0x12436D; none for "transparent" and what is no colour.
std::optional<std::uint32_t> to_colour(std::string_view colour);

/// The number at the start of the text, as written in every locale: "1.25", "125%".
std::optional<double> to_number(std::string_view text);

} // namespace termbook::writers
