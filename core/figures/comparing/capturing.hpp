// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/figures.hpp"
#include "core/model/trust.hpp"

#include <string>
#include <vector>

namespace termbook {

/// The periods that are captured unless others are asked for: of the latest year with data every term and
/// season that has begun by its last dated session, each stretch once, and the year itself. Their keys.
std::vector<std::string> periods_to_capture(const Trust& trust);

/// Gathers the figures of a capture, as governors may read them. What the exports do not answer is not
/// captured; what is withheld is captured as withheld.
class Capturing {
  public:
    /// `trust` must outlive this, and have no captures: they would be captured again.
    explicit Capturing(const Trust& trust);

    /// Of a school (URN, name, or "trust") in a period: every figure of the catalogue, for all pupils, by
    /// year group, and by each group that has members and its complement; figures of a subject for each
    /// subject, and figures of a code for each code that occurs, for all pupils and by year group only.
    void add_all(const std::string& school, const std::string& period);

    /// One figure, of this school in this period unless it says another. Of a comparison the figure itself is
    /// captured, of a gap both sides of it: differences are worked out anew. Throws Error (usage) as
    /// Figures::answer does.
    void add(const std::string& school, const std::string& period, FigureRequest request);

    const Captures& captured() const { return m_captured; }

  private:
    bool add_plain(const FigureRequest& request);
    void add_with(const FigureRequest& request, const std::vector<Selectors>& scopes);
    void keep(const FigureAnswer& answer);

    const Trust& m_trust;
    const Figures m_figures;
    Captures m_captured;
};

} // namespace termbook
