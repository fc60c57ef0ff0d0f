// SPDX-License-Identifier: MPL-2.0
#include "core/model/comparator.hpp"

namespace termbook {

namespace {

constexpr std::string_view national = "national";
constexpr std::string_view local = "local";

} // namespace

std::optional<Area> parse_area(std::string_view text) {
    if (text == national) return Area::national;
    if (text == local) return Area::local;
    return std::nullopt;
}

std::string_view to_string(Area area) {
    return area == Area::national ? national : local;
}

} // namespace termbook
