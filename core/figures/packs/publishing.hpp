// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/disclosure/published.hpp"
#include "core/figures/packs/noted_figure.hpp"
#include "core/figures/packs/sorts.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace termbook {

/// The figures of one family and academic year, as counts of cells in layers.
class Publishing {
  public:
    /// The figures and the trust must outlive it.
    Publishing(const Trust& trust, const std::vector<NotedFigure*>& figures);

    Published published() const;

    /// Withholds the figures that `published` withholds.
    void take_over(const Published& published);

  private:
    struct Layer {
        std::size_t quantity;
        std::size_t period;
        friend bool operator==(const Layer&, const Layer&) = default;
    };

    struct Placed {
        NotedFigure* figure;
        std::size_t cell;
        std::size_t layer;
    };

    void place(NotedFigure& figure);
    bool is_part(std::size_t period, std::size_t of) const;
    bool is_smallest(std::size_t period) const;
    bool is_seen_in(std::size_t part, std::size_t period) const;
    void add_exchanges(const std::vector<Sort>& sorts, Published& published) const;

    const Trust& m_trust;
    std::vector<const NotedFigure*> m_cells; ///< a figure of each
    std::map<std::string, std::size_t> m_cell_of;
    std::vector<Period> m_periods;
    std::vector<const NotedFigure*> m_quantities; ///< a figure of each
    std::vector<Layer> m_layers;
    std::vector<Placed> m_placed;
};

} // namespace termbook
