// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/trust.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace termbook {

/// The two sides of a comparison: exports of the same pupils, as from the system that a school leaves and the
/// one it moves to.
enum class Side { a, b };

/// One school on both sides, or, with a null, on one of them only.
struct SchoolPair {
    const School* a{nullptr};
    const School* b{nullptr};

    bool whole() const { return a && b; }
};

/// Schools of one URN are one; and where each side has a single school, that is the same, since an export by
/// itself does not say whose it is. In the order of `a`, then what only `b` has.
std::vector<SchoolPair> pair_schools(const Trust& a, const Trust& b);

/// One academic year as both sides number it.
struct YearPair {
    std::size_t a{0}; ///< index into the calendar's years
    std::size_t b{0};
};

/// The years of which either side has records and that both are configured for; years that begin in the same
/// calendar year are one.
std::vector<YearPair> pair_years(const Trust& a, const Trust& b);

/// One pupil on both sides, or on one: indices into School::pupils.
struct PupilPair {
    std::optional<std::size_t> a;
    std::optional<std::size_t> b;

    bool whole() const { return a && b; }
};

/// Pupils with the same UPN, or the same number of the system's own, leading zeros aside, are one. In the
/// order of `a`, then those whom only `b` has.
std::vector<PupilPair> pair_pupils(const School& a, const School& b);

} // namespace termbook
