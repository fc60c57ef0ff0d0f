// SPDX-License-Identifier: MPL-2.0
#include "core/disclosure/audience.hpp"

#include <utility>

namespace termbook {

namespace {

constexpr std::pair<std::string_view, Audience> names[] = {
    {"public", Audience::public_}, {"governors", Audience::governors}, {"staff", Audience::staff}};

} // namespace

std::optional<Audience> parse_audience(std::string_view text) {
    for (const auto& [name, audience] : names)
        if (name == text) return audience;
    return std::nullopt;
}

std::string_view to_string(Audience audience) {
    for (const auto& [name, known] : names)
        if (known == audience) return name;
    return {};
}

} // namespace termbook
