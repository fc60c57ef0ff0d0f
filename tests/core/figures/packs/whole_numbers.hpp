// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace termbook::test {

/// A sum of unknowns that lies between two bounds.
struct Sum {
    std::vector<std::size_t> of;
    std::int64_t least{0};
    std::int64_t most{0};
};

/// Unknown whole numbers, each between bounds that hold 0.
struct WholeNumbers {
    std::vector<std::int64_t> least;
    std::vector<std::int64_t> most;
    std::vector<Sum> sums;

    /// Whether there are such numbers. Bounds are narrowed from sum to sum, and where that does not tell, one
    /// number is moved or fixed; none when that took too long.
    std::optional<bool> exist() const;
};

} // namespace termbook::test
