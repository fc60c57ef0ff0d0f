// SPDX-License-Identifier: MPL-2.0
#include "core/figures/catalogue.hpp"

#include "core/figures/attendance_figures.hpp"

namespace termbook {

std::string_view to_string(Unit unit) {
    switch (unit) {
    case Unit::percent:
        return "percent";
    case Unit::points:
        return "points";
    case Unit::count:
        return "count";
    }
    return {};
}

std::span<const FigureDefinition> catalogue() {
    return attendance_definitions();
}

const FigureDefinition* find_figure(std::string_view key) {
    for (const auto& figure : catalogue())
        if (figure.key == key) return &figure;
    return nullptr;
}

} // namespace termbook
