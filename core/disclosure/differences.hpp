// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/disclosure/published.hpp"

#include <vector>

namespace termbook {

/// A few pupils whose count follows from those of some cells, by adding and subtracting.
struct Difference {
    std::vector<std::size_t> alike;
    std::vector<std::size_t> of; ///< the cells
};

/// The differences that rest on fewer than `threshold` pupils (and more than none): of two cells of which
/// one lies in the other, and of four where two groups cross within a third (those who are in neither).
std::vector<Difference> small_differences(const Published& published, std::int64_t threshold);

} // namespace termbook
