// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace termbook {

/// One part of a total: how many pupils it rests on, and whether pages show it at all.
struct Part {
    std::int64_t pupils{0};
    bool shown{true};
    /// Whatever its size, it would give away something smaller that another page withholds.
    bool sensitive{false};
};

/// Which parts of a total that is published must be withheld: every part that rests on fewer than `threshold`
/// pupils (and more than none) or is sensitive, and then the smallest others until what is hidden cannot be
/// had by subtracting the shown parts from the total, that is until at least two parts and at least
/// `threshold` pupils are hidden. Parts of equal size go in the order given. With a threshold of 0 nothing is
/// withheld. Definition: DfE practice for small numbers (primary and secondary suppression).
std::vector<bool> withheld_parts(const std::vector<Part>& parts, std::int64_t threshold);

} // namespace termbook
