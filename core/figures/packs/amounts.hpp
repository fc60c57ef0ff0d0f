// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/disclosure/published.hpp"
#include "core/figures/packs/sorts.hpp"

#include <vector>

namespace termbook {

/// Counts, of all pupils who are in any of the cells (each given as one figure of it), how much there is of
/// every sort in every period, and sums up those who are in the same cells. The amounts of `published` are
/// by period and sort, the sorts of a period together.
void add_amounts(const Trust& trust, const std::vector<const NotedFigure*>& cells,
                 const std::vector<const NotedFigure*>& quantities, const std::vector<Period>& periods,
                 Published& published);

} // namespace termbook
