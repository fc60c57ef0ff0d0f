// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/figures.hpp"
#include "core/figures/packs/pack.hpp"
#include "core/model/trust.hpp"

#include <string>
#include <vector>

namespace termbook {

/// The periods that are captured unless others are asked for: of the latest year with data every term and
/// season that has begun by its last dated session, each stretch once, and the year itself. Their keys.
std::vector<std::string> periods_to_capture(const Trust& trust);

/// Gathers the figures of a capture, as governors may read them, and judges them together: once the exports
/// are gone, any of them may be shown beside any other. What the exports do not answer is not captured; what
/// is withheld is captured as withheld.
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

    /// All that was added. The trust must still be what it was then.
    const Captures& captured();

  private:
    bool add_plain(const FigureRequest& request);
    void add_with(const FigureRequest& request, const std::vector<Selectors>& scopes);
    void keep(const FigureAnswer& answer);

    const Trust& m_trust;
    Pack m_pack;
    const Figures m_figures;
    std::vector<FigureRequest> m_added; ///< each with an answer
    Captures m_captured;
};

} // namespace termbook
