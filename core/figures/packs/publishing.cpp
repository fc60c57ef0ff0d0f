// SPDX-License-Identifier: MPL-2.0
#include "core/figures/packs/publishing.hpp"

#include "core/figures/packs/amounts.hpp"

#include <algorithm>

namespace termbook {

namespace {

/// The place in a list of what `same` holds of; added behind if nothing is.
template<typename List, typename Added, typename Same>
std::size_t place_of(List& list, const Added& added, Same same) {
    const auto found = std::find_if(list.begin(), list.end(), same);
    const auto place = static_cast<std::size_t>(found - list.begin());
    if (found == list.end()) list.push_back(added);
    return place;
}

} // namespace

Publishing::Publishing(const Trust& trust, const std::vector<NotedFigure*>& figures) : m_trust(trust) {
    for (NotedFigure* figure : figures)
        place(*figure);
}

void Publishing::place(NotedFigure& figure) {
    const Period& asked = figure.selection.period;
    const std::size_t period =
        place_of(m_periods, asked, [&](const Period& each) { return each.key == asked.key; });
    // A year to date ends on another day in another school.
    m_periods[period].to = std::max(m_periods[period].to, asked.to);
    const std::size_t quantity = place_of(m_quantities, &figure, [&](const NotedFigure* each) {
        return each->quantity.name == figure.quantity.name;
    });
    const std::size_t cell = m_cell_of.try_emplace(figure.cell, m_cells.size()).first->second;
    if (cell == m_cells.size()) m_cells.push_back(&figure);
    const Layer layer{quantity, period};
    m_placed.push_back(
        {&figure, cell, place_of(m_layers, layer, [&](const Layer& each) { return each == layer; })});
}

/// Whether a period is a smaller stretch of another.
bool Publishing::is_part(std::size_t period, std::size_t of) const {
    const Period& inner = m_periods[period];
    const Period& outer = m_periods[of];
    return outer.from <= inner.from && inner.to <= outer.to &&
           (outer.from < inner.from || inner.to < outer.to);
}

bool Publishing::is_smallest(std::size_t period) const {
    for (std::size_t other = 0; other < m_periods.size(); ++other)
        if (is_part(other, period)) return false;
    return true;
}

/// Whether what changes in a period, outside the smallest stretches within it, may be seen in another.
bool Publishing::is_seen_in(std::size_t part, std::size_t period) const {
    if (is_part(period, part) && is_smallest(period)) return false;
    return m_periods[period].from <= m_periods[part].to && m_periods[part].from <= m_periods[period].to;
}

void Publishing::add_exchanges(const std::vector<Sort>& sorts, Published& published) const {
    for (std::size_t part = 0; part < m_periods.size(); ++part)
        for (std::size_t one = 0; one < sorts.size(); ++one)
            for (std::size_t other = one + 1; other < sorts.size(); ++other) {
                if (sorts[one].possible != sorts[other].possible) continue;
                Exchange exchange{part * sorts.size() + one, part * sorts.size() + other, {}};
                for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
                    const auto [quantity, period] = m_layers[layer];
                    if (sorts[one].of[quantity] != sorts[other].of[quantity] && is_seen_in(part, period))
                        exchange.layers.push_back(layer);
                }
                if (!exchange.layers.empty()) published.exchanges.push_back(std::move(exchange));
            }
}

Published Publishing::published() const {
    Published published;
    published.cells = m_cells.size();
    published.layers.assign(m_layers.size(), std::vector<Asked>(m_cells.size(), Asked::no));
    for (const Placed& each : m_placed) {
        Asked& asked = published.layers[each.layer][each.cell];
        if (asked != Asked::withheld) asked = each.figure->is_withheld() ? Asked::withheld : Asked::shown;
    }
    add_amounts(m_trust, m_cells, m_quantities, m_periods, published);
    const auto sorts = sorts_of(m_trust, m_quantities);
    for (std::size_t period = 0; period < m_periods.size(); ++period)
        for (std::size_t part = 0; part < m_periods.size(); ++part) {
            if (!is_part(part, period) || !is_smallest(part)) continue;
            for (std::size_t sort = 0; sort < sorts.size(); ++sort) {
                auto& whole = published.amounts[period * sorts.size() + sort];
                const auto& of_part = published.amounts[part * sorts.size() + sort];
                for (std::size_t i = 0; i < whole.size(); ++i)
                    if (whole[i] != unlimited) whole[i] = std::max(whole[i] - of_part[i], std::int64_t{0});
            }
        }
    add_exchanges(sorts, published);
    return published;
}

void Publishing::take_over(const Published& published) {
    for (const Placed& each : m_placed)
        if (published.layers[each.layer][each.cell] == Asked::withheld && !each.figure->withheld_alone)
            each.figure->withheld_for_others = true;
}

} // namespace termbook
