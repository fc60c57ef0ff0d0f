// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/catalogue.hpp"
#include "core/figures/packs/noted_figure.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <string>

namespace termbook {

struct Trust;

/// All figures that one call shows to the same readers, whatever the documents and schools. It notes what is
/// asked for; `solve` then withholds, besides what the rule for single figures withholds, what readers could
/// work out the withheld from.
class Pack {
  public:
    explicit Pack(const Trust& trust) : m_trust(trust) {}

    /// Whether a figure is withheld. It is noted when it is first asked for; only then is asked whether it
    /// is `withheld_alone`.
    bool withholds(const Selection& selection, const FigureDefinition& definition,
                   const std::function<bool()>& withheld_alone);

    /// Looks at everything noted. True if more is withheld than before: what was shown until then is to be
    /// asked for again.
    bool solve();

    /// How many figures are withheld only because of others.
    std::size_t withheld_for_others() const;

  private:
    const Trust& m_trust;
    std::map<std::string, NotedFigure> m_figures;
    std::size_t m_solved{0}; ///< how many had been noted when it was solved last
};

} // namespace termbook
