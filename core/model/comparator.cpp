// SPDX-License-Identifier: MPL-2.0
#include "core/model/comparator.hpp"

#include <utility>

namespace termbook {

namespace {

constexpr std::pair<std::string_view, Area> area_names[] = {
    {"national", Area::national},
    {"local", Area::local},
    {"published", Area::school},
};

} // namespace

std::optional<Area> parse_area(std::string_view text) {
    for (const auto& [name, area] : area_names)
        if (name == text) return area;
    return std::nullopt;
}

std::string_view to_string(Area area) {
    for (const auto& [name, known] : area_names)
        if (known == area) return name;
    return {};
}

} // namespace termbook
