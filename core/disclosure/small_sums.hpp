// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace termbook {

/// Whole numbers modulo a prime.
namespace residue {

__extension__ using Product = unsigned __int128;

constexpr std::uint64_t prime = (std::uint64_t{1} << 61U) - 1;

constexpr std::uint64_t plus(std::uint64_t a, std::uint64_t b) {
    return a + b >= prime ? a + b - prime : a + b;
}

constexpr std::uint64_t minus(std::uint64_t a) {
    return a == 0 ? 0 : prime - a;
}

constexpr std::uint64_t times(std::uint64_t a, std::uint64_t b) {
    const Product product = Product{a} * b;
    return plus(static_cast<std::uint64_t>(product & prime), static_cast<std::uint64_t>(product >> 61U));
}

} // namespace residue

struct Summand {
    std::int64_t pupils{0};
    std::uint64_t value{0}; ///< a residue
    std::size_t name{0};
};

/// The sets of summands, by name, of fewer than `threshold` pupils whose values come to nothing. One that
/// does so alone is in no other set. Of more than two, those are looked for that are all in one of the cells
/// (given as indices of summands) of at most a few hundred.
std::vector<std::vector<std::size_t>>
sums_of_nothing(const std::vector<Summand>& summands,
                const std::map<std::size_t, std::vector<std::size_t>>& cells, std::int64_t threshold);

} // namespace termbook
