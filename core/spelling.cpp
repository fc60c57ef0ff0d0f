// SPDX-License-Identifier: MPL-2.0
#include "core/spelling.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace termbook {

std::size_t letters_to_change(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

std::string_view nearest_spelling(std::string_view name, std::span<const std::string_view> known) {
    std::string_view nearest;
    // A name of which more than half the letters must change is another word.
    std::size_t fewest = std::max<std::size_t>(name.size() / 2, 2) + 1;
    for (const auto candidate : known) {
        const std::size_t changes = letters_to_change(name, candidate);
        if (changes >= fewest) continue;
        fewest = changes;
        nearest = candidate;
    }
    return nearest;
}

} // namespace termbook
