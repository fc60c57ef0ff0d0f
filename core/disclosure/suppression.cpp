// SPDX-License-Identifier: MPL-2.0
#include "core/disclosure/suppression.hpp"

#include <optional>

namespace termbook {

namespace {

struct Hidden {
    std::size_t parts{0};
    std::int64_t pupils{0};

    bool safe(std::int64_t threshold) const { return parts == 0 || (parts >= 2 && pupils >= threshold); }
    void add(const Part& part) {
        ++parts;
        pupils += part.pupils;
    }
};

std::optional<std::size_t> smallest_shown(const std::vector<Part>& parts, const std::vector<bool>& withheld) {
    std::optional<std::size_t> smallest;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (withheld[i] || !parts[i].shown || parts[i].pupils == 0) continue;
        if (!smallest || parts[i].pupils < parts[*smallest].pupils) smallest = i;
    }
    return smallest;
}

} // namespace

std::vector<bool> withheld_parts(const std::vector<Part>& parts, std::int64_t threshold) {
    std::vector<bool> withheld(parts.size(), false);
    if (threshold <= 0) return withheld;
    Hidden hidden;
    bool any_withheld = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool small = parts[i].pupils > 0 && (parts[i].pupils < threshold || parts[i].sensitive);
        withheld[i] = small && parts[i].shown;
        any_withheld = any_withheld || withheld[i];
        if (parts[i].pupils > 0 && (withheld[i] || !parts[i].shown)) hidden.add(parts[i]);
    }
    // A large group that no page shows gives nobody away by itself.
    if (!any_withheld && hidden.pupils >= threshold) return withheld;
    while (!hidden.safe(threshold)) {
        const auto next = smallest_shown(parts, withheld);
        if (!next) break;
        withheld[*next] = true;
        hidden.add(parts[*next]);
    }
    return withheld;
}

} // namespace termbook
