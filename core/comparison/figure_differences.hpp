// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/figure.hpp"
#include "core/model/trust.hpp"

#include <cstdint>
#include <functional>

namespace termbook {

/// One figure that two sides answer differently, or that only one answers.
struct FigureDifference {
    const FigureAnswer& a;
    const FigureAnswer& b;

    bool both_answer() const { return a.value && b.value; }
};

struct FiguresCompared {
    std::uint64_t identical{0};
    std::uint64_t differing{0};
    std::uint64_t only_a{0}; ///< answered by one side only
    std::uint64_t only_b{0};
};

/// Compares every figure that either side answers, nothing withheld: of each school that both have, and of
/// the trust where they have several; in each year that both have, its terms and its months as far as both
/// reach; of all pupils, each year group, each group of pupils and its complement; over the whole year also
/// of each group within each year group. By attendance code and by subject, figures are compared of all
/// pupils and of year groups. The work grows in step with the pupils. Calls `see` for each that is not
/// identical in value and counts.
FiguresCompared compare_figures(const Trust& a, const Trust& b,
                                const std::function<void(const FigureDifference&)>& see);

} // namespace termbook
