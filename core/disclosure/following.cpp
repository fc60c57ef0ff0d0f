// SPDX-License-Identifier: MPL-2.0
#include "core/disclosure/following.hpp"

#include "core/disclosure/small_sums.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <random>

namespace termbook {

namespace {

constexpr std::size_t no_sort = static_cast<std::size_t>(-1);

std::uint64_t inverse(std::uint64_t number) {
    std::uint64_t result = 1;
    for (std::uint64_t power = residue::prime - 2; power != 0; power >>= 1U) { // by Fermat
        if ((power & 1U) != 0) result = residue::times(result, number);
        number = residue::times(number, number);
    }
    return result;
}

} // namespace

Following::Following(const Published& published, const std::vector<char>& known)
    : m_sort_of(published.alike.size(), no_sort) {
    sort_pupils(published, known);
    draw_change(published.cells);
}

void Following::sort_pupils(const Published& published, const std::vector<char>& known) {
    std::map<std::vector<std::size_t>, std::size_t> sorts;
    for (std::size_t i = 0; i < published.alike.size(); ++i) {
        const Alike& alike = published.alike[i];
        if (alike.pupils == 0) continue;
        std::vector<std::size_t> cells;
        std::copy_if(alike.cells.begin(), alike.cells.end(), std::back_inserter(cells),
                     [&](std::size_t cell) { return known[cell] != 0; });
        const auto [place, is_new] = sorts.try_emplace(std::move(cells), m_sorts.size());
        if (is_new) m_sorts.push_back({0, {}, place->first, 0});
        m_sort_of[i] = place->second;
        m_sorts[place->second].pupils += alike.pupils;
        m_sorts[place->second].alike.push_back(i);
    }
}

/// The cells as equations, a row by the first sort in it that no earlier row begins with; empty for none.
/// That sort has the factor 1.
std::vector<Following::Sparse> Following::solved_rows(std::size_t cells) const {
    std::vector<std::vector<std::size_t>> sorts_in(cells);
    for (std::size_t sort = 0; sort < m_sorts.size(); ++sort)
        for (const std::size_t cell : m_sorts[sort].cells)
            sorts_in[cell].push_back(sort);
    // Small cells first: they leave the fewest sorts in what is made of them.
    std::stable_sort(sorts_in.begin(), sorts_in.end(),
                     [](const auto& a, const auto& b) { return a.size() < b.size(); });
    std::vector<Sparse> rows(m_sorts.size());
    std::vector<std::uint64_t> row(m_sorts.size());
    for (const auto& cell : sorts_in) {
        if (cell.empty()) continue;
        std::fill(row.begin(), row.end(), 0);
        for (const std::size_t sort : cell)
            row[sort] = 1;
        for (std::size_t sort = cell.front(); sort < row.size(); ++sort) {
            if (row[sort] == 0) continue;
            if (rows[sort].empty()) {
                const std::uint64_t factor = inverse(row[sort]);
                for (std::size_t i = sort; i < row.size(); ++i)
                    if (row[i] != 0) rows[sort].emplace_back(i, residue::times(row[i], factor));
                break;
            }
            const std::uint64_t factor = residue::minus(row[sort]);
            for (const auto& [i, of] : rows[sort])
                row[i] = residue::plus(row[i], residue::times(factor, of));
        }
    }
    return rows;
}

void Following::draw_change(std::size_t cells) {
    const auto rows = solved_rows(cells);
    std::mt19937_64 random; // the same each time, so that the same is withheld
    std::uniform_int_distribution<std::uint64_t> draw(1, residue::prime - 1);
    for (std::size_t sort = m_sorts.size(); sort-- > 0;) {
        std::uint64_t& change = m_sorts[sort].change;
        if (rows[sort].empty()) {
            change = draw(random);
            continue;
        }
        std::uint64_t others = 0;
        for (const auto& [other, factor] : rows[sort])
            if (other != sort) others = residue::plus(others, residue::times(factor, m_sorts[other].change));
        change = residue::minus(others);
    }
}

bool Following::tells(const std::vector<std::size_t>& alike) const {
    std::map<std::size_t, std::int64_t> pupils; // by sort: as many as are not among the alike
    std::uint64_t change = 0;
    for (const std::size_t each : alike) {
        const std::size_t sort = m_sort_of[each];
        if (sort == no_sort) continue;
        const auto [left, is_new] =
            pupils.try_emplace(sort, static_cast<std::int64_t>(m_sorts[sort].alike.size()));
        if (is_new) change = residue::plus(change, m_sorts[sort].change);
        --left->second;
    }
    const bool whole =
        std::all_of(pupils.begin(), pupils.end(), [](const auto& each) { return each.second == 0; });
    return whole && change == 0;
}

std::vector<std::vector<std::size_t>> Following::few(std::int64_t threshold) const {
    std::vector<Summand> small;
    std::map<std::size_t, std::vector<std::size_t>> in_cell;
    for (std::size_t sort = 0; sort < m_sorts.size(); ++sort) {
        if (m_sorts[sort].pupils >= threshold) continue;
        for (const std::size_t cell : m_sorts[sort].cells)
            in_cell[cell].push_back(small.size());
        small.push_back({m_sorts[sort].pupils, m_sorts[sort].change, sort});
    }
    std::vector<std::vector<std::size_t>> groups;
    for (const auto& sorts : sums_of_nothing(small, in_cell, threshold)) {
        auto& alike = groups.emplace_back();
        for (const std::size_t sort : sorts)
            alike.insert(alike.end(), m_sorts[sort].alike.begin(), m_sorts[sort].alike.end());
        std::sort(alike.begin(), alike.end());
    }
    return groups;
}

} // namespace termbook
