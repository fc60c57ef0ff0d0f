// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace termbook {

/// Whether a page shows a count.
enum class Asked : std::uint8_t { no, shown, withheld };

/// Pupils who are in the same cells: nothing that is published tells them apart.
struct Alike {
    std::int64_t pupils{0};
    std::vector<std::size_t> cells; ///< rising
};

/// How much of something a reader could think there is, where there is no limit to it.
constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max() / 4;

/// A way in which the world could be another one: of pupils who are alike something that was counted as one
/// sort could be of the other sort (attended, absent), and of other pupils the reverse.
struct Exchange {
    std::size_t one{0};
    std::size_t other{0};
    std::vector<std::size_t> layers; ///< in which that would be seen: those that count just one of the sorts
};

/// Everything that the pages of a pack tell of the same pupils, as counts of cells (who) in layers (what and
/// when). A percentage counts as its numerator, since readers know its denominator.
struct Published {
    std::size_t cells{0};
    std::vector<Alike> alike;
    std::vector<std::vector<Asked>> layers;         ///< by layer and cell
    std::vector<std::vector<std::int64_t>> amounts; ///< by sort and alike: how much there is
    std::vector<Exchange> exchanges;
};

} // namespace termbook
