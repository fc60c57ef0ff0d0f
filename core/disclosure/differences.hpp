// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/disclosure/published.hpp"

#include <vector>

namespace termbook {

/// The alike whose count two cells tell of which one lies in the other, four where two groups cross within a
/// third (those who are in neither), or a cell and several that lie in it, apart from each other: where they
/// are fewer than `threshold` pupils and more than none. All cells are looked at, whether pages show them or
/// not.
std::vector<std::vector<std::size_t>> small_differences(const Published& published, std::int64_t threshold);

} // namespace termbook
