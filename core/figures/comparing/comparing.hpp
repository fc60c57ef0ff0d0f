// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/counting/counting.hpp"

#include <string_view>

namespace termbook {

/// Answers requests that compare: `against=…`, and `gap=…` between a group and the other pupils. Differences
/// are of unrounded values, and have one only where both sides have.
class Comparing {
  public:
    Comparing(const Trust& trust, const Counting& counting) : m_trust(trust), m_counting(counting) {}

    FigureAnswer answer(const FigureRequest& request) const;

  private:
    FigureAnswer plain(FigureRequest request) const;
    FigureAnswer gap(const FigureRequest& request, std::string_view group) const;
    FigureAnswer against_target(FigureAnswer own, const FigureRequest& request) const;
    FigureAnswer against_published(FigureAnswer own, const FigureRequest& request, Area area) const;
    void add_source(FigureAnswer& own, std::optional<std::size_t> file) const;
    FigureAnswer against_trust(const FigureAnswer& own, FigureRequest request) const;
    FigureAnswer against_earlier(const FigureAnswer& own, FigureRequest request) const;

    const Trust& m_trust;
    const Counting& m_counting;
};

} // namespace termbook
