// SPDX-License-Identifier: MPL-2.0
#include "templates/marks/formats.hpp"

#include "core/spelling.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <vector>

namespace termbook::marks {

namespace {

constexpr std::array<Format, 13> table{{
    {"number", FormatKind::number, true},
    {"percent", FormatKind::percent, true},
    {"points", FormatKind::points, true},
    {"count", FormatKind::numerator, true},
    {"numerator", FormatKind::numerator, true},
    {"denominator", FormatKind::denominator, true},
    {"of", FormatKind::of, true},
    {"status", FormatKind::status, true},
    {"target", FormatKind::target, true},
    {"since", FormatKind::since, true},
    {"period", FormatKind::period, true},
    {"definition", FormatKind::definition, true},
    {"long-date", FormatKind::long_date, false},
}};

} // namespace

std::span<const Format> formats() {
    return table;
}

const Format* find_format(std::string_view name) {
    const auto* const found =
        std::find_if(table.begin(), table.end(), [&](const Format& f) { return f.name == name; });
    return found == table.end() ? nullptr : found;
}

std::string format_names() {
    std::string names;
    for (const auto& format : table)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", format.name);
    return names;
}

std::string nearest_format(std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& format : table)
        names.push_back(format.name);
    const auto nearest = nearest_spelling(name, names);
    return nearest.empty() ? "correct or remove it" : fmt::format("did you mean '{}'?", nearest);
}

} // namespace termbook::marks
