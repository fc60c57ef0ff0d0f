// SPDX-License-Identifier: MPL-2.0
#include "core/disclosure/other_world.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>

namespace termbook {

namespace {

// Two pupils who change places are a cycle of two steps, two in each of two tables one of four. Longer
// cycles are rare, and what is not found costs no more than a cell that could have been shown.
constexpr std::size_t longest_cycle = 8;
constexpr std::size_t moves_tried = 6;      // at each step
constexpr std::size_t looked_at_most = 400; // from each beginning
constexpr std::size_t beginnings_most = 12;
constexpr std::size_t given_up_most = 3;

} // namespace

std::vector<char> cells_showing(const Published& published, const Exchange& exchange) {
    std::vector<char> shown(published.cells, 0);
    for (const std::size_t layer : exchange.layers)
        for (std::size_t cell = 0; cell < published.cells; ++cell)
            if (published.layers[layer][cell] == Asked::shown) shown[cell] = 1;
    return shown;
}

FixedCells::FixedCells(const Published& published, const Exchange& exchange)
    : m_of(published.alike.size()), m_same(published.alike.size()) {
    const auto fixed = cells_showing(published, exchange);
    std::map<std::vector<std::size_t>, std::size_t> first;
    for (std::size_t i = 0; i < published.alike.size(); ++i) {
        const auto& cells = published.alike[i].cells;
        std::copy_if(cells.begin(), cells.end(), std::back_inserter(m_of[i]),
                     [&](std::size_t cell) { return fixed[cell] != 0; });
        m_same[i] = first.try_emplace(m_of[i], i).first->second;
    }
}

OtherWorlds::OtherWorlds(const Published& published)
    : m_published(published), m_pupils(published.cells), m_alike(published.cells),
      m_in_target(published.alike.size()), m_moved(published.alike.size()), m_off(published.cells),
      m_given_up(published.cells) {
    for (std::size_t i = 0; i < published.alike.size(); ++i)
        for (const std::size_t cell : published.alike[i].cells) {
            m_alike[cell].push_back(i);
            m_pupils[cell] += published.alike[i].pupils;
        }
}

bool OtherWorlds::has_room(std::size_t alike, std::int64_t by) const {
    const std::int64_t moved = m_moved[alike];
    if (moved != 0 && (moved > 0) != (by > 0)) return false; // a step back is none
    const auto& taken_from = m_published.amounts[by > 0 ? m_exchange->other : m_exchange->one];
    return std::abs(moved + by) <= taken_from[alike];
}

void OtherWorlds::step(std::size_t alike, std::int64_t by) {
    m_moved[alike] += by;
    if (m_in_target[alike]) m_target_off += by;
    for (const std::size_t cell : m_fixed->of(alike)) {
        const bool was_off = m_off[cell] != 0;
        m_off[cell] += by;
        if (m_off[cell] != 0 && !was_off) m_cells_off.push_back(cell);
        if (m_off[cell] == 0 && was_off)
            m_cells_off.erase(std::find(m_cells_off.begin(), m_cells_off.end(), cell));
    }
}

void OtherWorlds::keep_if_best() {
    if (m_target_off == 0) return;
    std::pair<std::size_t, std::int64_t> cost{m_cells_off.size(), 0};
    for (const std::size_t cell : m_cells_off)
        cost.second += m_pupils[cell];
    if (!m_best.steps.empty() && cost >= m_best_cost) return;
    m_best_cost = cost;
    m_best = {{}, m_cells_off};
    std::vector<std::size_t> moved = m_steps;
    std::sort(moved.begin(), moved.end());
    moved.erase(std::unique(moved.begin(), moved.end()), moved.end());
    for (const std::size_t alike : moved)
        m_best.steps.emplace_back(alike, m_moved[alike]);
}

/// The steps that put a cell right, those first that leave the fewest counts wrong; of steps of pupils whom
/// the fixed cells do not tell apart, one.
std::vector<OtherWorlds::Move> OtherWorlds::best_moves(std::size_t cell, std::int64_t by) const {
    std::vector<Move> moves;
    for (const std::size_t alike : m_alike[cell]) {
        if (!has_room(alike, by)) continue;
        // What brings the target back to its count makes the same world.
        std::int64_t cost = m_in_target[alike] && (m_target_off > 0) != (by > 0) ? 2 : 0;
        for (const std::size_t each : m_fixed->of(alike))
            cost += m_off[each] * by < 0 ? -1 : 1;
        if (moves.size() == moves_tried && moves.back().cost <= cost) continue;
        const auto same = std::find_if(moves.begin(), moves.end(), [&](const Move& move) {
            return m_fixed->same(move.alike, alike) && m_in_target[move.alike] == m_in_target[alike];
        });
        if (same != moves.end()) continue;
        if (moves.size() == moves_tried) moves.pop_back();
        const auto behind =
            std::find_if(moves.begin(), moves.end(), [&](const Move& move) { return move.cost > cost; });
        moves.insert(behind, {cost, alike});
    }
    return moves;
}

/// The smallest cell that is off and not given up.
std::optional<std::size_t> OtherWorlds::cell_to_put_right() const {
    std::optional<std::size_t> smallest;
    for (const std::size_t cell : m_cells_off) {
        if (m_given_up[cell] != 0) continue;
        if (!smallest ||
            std::pair(m_alike[cell].size(), cell) < std::pair(m_alike[*smallest].size(), *smallest))
            smallest = cell;
    }
    return smallest;
}

void OtherWorlds::search(std::size_t depth, std::size_t given_up) {
    keep_if_best();
    if (++m_looked_at > m_most || (!m_best.steps.empty() && given_up > m_best_cost.first)) return;
    const auto cell = cell_to_put_right();
    if (!cell) return;
    const std::int64_t by = m_off[*cell] > 0 ? -1 : 1;
    if (depth < longest_cycle)
        for (const Move& move : best_moves(*cell, by)) {
            step(move.alike, by);
            m_steps.push_back(move.alike);
            search(depth + 1, given_up);
            m_steps.pop_back();
            step(move.alike, -by);
            if (found()) return;
        }
    // A world in which its count is another is as good if it is withheld.
    if (given_up == given_up_most) return;
    m_given_up[*cell] = 1;
    search(depth, given_up + 1);
    m_given_up[*cell] = 0;
}

/// Whether that found a world in which nothing fixed is off.
bool OtherWorlds::begin_with(std::size_t alike, std::int64_t by) {
    if (!has_room(alike, by)) return false;
    m_most = m_looked_at + looked_at_most;
    step(alike, by);
    m_steps.push_back(alike);
    search(1, 0);
    m_steps.pop_back();
    step(alike, -by);
    return found();
}

OtherWorld OtherWorlds::find(const std::vector<std::size_t>& target, const Exchange& exchange,
                             const FixedCells& fixed) {
    m_exchange = &exchange;
    m_fixed = &fixed;
    m_best = {};
    m_looked_at = m_most = 0;
    for (const std::size_t alike : target)
        m_in_target[alike] = 1;
    const auto beginnings = static_cast<std::ptrdiff_t>(std::min(beginnings_most, target.size()));
    std::any_of(target.begin(), target.begin() + beginnings,
                [&](std::size_t alike) { return begin_with(alike, 1) || begin_with(alike, -1); });
    for (const std::size_t alike : target)
        m_in_target[alike] = 0;
    return m_best;
}

} // namespace termbook
