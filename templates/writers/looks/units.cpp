// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/looks/units.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace termbook::writers {

namespace {

/// Takes a number off the front of the text.
std::optional<double> take_number(std::string_view& text) {
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{}) return {};
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

} // namespace

std::optional<double> to_number(std::string_view text) {
    return take_number(text);
}

std::optional<double> to_points(std::string_view length) {
    constexpr std::array<std::pair<std::string_view, double>, 6> units{
        {{"pt", 1.0}, {"cm", 72 / 2.54}, {"mm", 7.2 / 2.54}, {"in", 72.0}, {"px", 0.75}, {"pc", 12.0}}};
    const auto value = take_number(length);
    if (!value) return {};
    for (const auto& [unit, points] : units)
        if (length == unit) return *value * points;
    return *value == 0 && length.empty() ? value : std::nullopt;
}

std::optional<std::uint32_t> to_colour(std::string_view colour) {
    std::uint32_t value = 0;
    if (colour.size() != 7 || colour.front() != '#') return {};
    const auto [end, failure] = std::from_chars(colour.data() + 1, colour.data() + 7, value, 16);
    if (failure != std::errc{} || end != colour.data() + 7) return {};
    return value;
}

} // namespace termbook::writers
