// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/disclosure/published.hpp"

namespace termbook {

/// Withholds, of what is shown, what readers could work out a withheld count from: afterwards every withheld
/// count could be another one, in another world in which all that is shown is the same. The same holds of
/// fewer than `threshold` pupils whose count follows from those shown by adding and subtracting them.
///
/// Cells are withheld where that leaves the fewest more withheld, the smallest first. Each pupil's share in
/// the denominators is taken as known to the reader, and so is which cells are withheld.
void protect(Published& published, std::int64_t threshold);

} // namespace termbook
