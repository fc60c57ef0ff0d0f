// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/counting/record.hpp"
#include "core/figures/packs/noted_figure.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace termbook {

/// What something counted can be, told apart no further than the quantities of a family do: attended, absent
/// with code I, other absence.
struct Sort {
    std::vector<bool> of;      ///< by quantity: whether it counts this sort
    bool possible{true};       ///< of what is shared out: sorts that are not possible only come and go
    bool without_limit{false}; ///< there could be any amount
    /// How much of it there is of each pupil of a school in a period.
    std::function<std::vector<std::int64_t>(const SchoolRecords& records)> amounts;
};

/// The sorts of a family of quantities, each given as one figure that counts it.
std::vector<Sort> sorts_of(const Trust& trust, const std::vector<const NotedFigure*>& quantities);

} // namespace termbook
