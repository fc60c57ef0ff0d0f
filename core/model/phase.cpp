// SPDX-License-Identifier: MPL-2.0
#include "core/model/phase.hpp"

#include <utility>

namespace termbook {

namespace {

constexpr std::pair<std::string_view, Phase> phase_names[] = {
    {"primary", Phase::primary},
    {"secondary", Phase::secondary},
    {"special", Phase::special},
    {"all-through", Phase::all_through},
};

} // namespace

std::optional<Phase> parse_phase(std::string_view text) {
    for (const auto& [name, phase] : phase_names)
        if (name == text) return phase;
    return std::nullopt;
}

std::string_view to_string(Phase phase) {
    for (const auto& [name, known] : phase_names)
        if (known == phase) return name;
    return {};
}

} // namespace termbook
