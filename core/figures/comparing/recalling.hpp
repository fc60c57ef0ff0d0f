// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/selection.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

namespace termbook {

/// What a captured figure goes by: the mark of a plain figure with school and period as they are understood,
/// spelt in one way, so that every request for the same figure finds it.
std::string captured_mark(const Trust& trust, const FigureRequest& request, const Selection& selection);

/// Answers from the trust's captures what its exports do not reach.
class Recalling {
  public:
    /// `threshold`: groups of fewer pupils are withheld from this audience; 0 for none.
    Recalling(const Trust& trust, Audience audience, std::int64_t threshold)
        : m_trust(trust), m_audience(audience), m_threshold(threshold) {}

    /// Puts the captured figure in the place of an answer without a value; leaves it where there is none.
    void recall(const Selection& selection, FigureAnswer& answer) const;

  private:
    /// Figure, period, what the pupils are split by; of all pupils that it is the trust's.
    using Beside = std::tuple<std::string, std::string, std::string>;

    bool must_withhold(const CapturedFigure& kept, const FigureDefinition& definition) const;
    /// How many pupils the smallest rests on of what a page would show beside a figure, itself included.
    std::int64_t smallest_beside(const CapturedFigure& kept) const;

    const Trust& m_trust;
    const Audience m_audience;
    const std::int64_t m_threshold;
    mutable std::map<Beside, std::int64_t> m_smallest;
};

} // namespace termbook
