// SPDX-License-Identifier: MPL-2.0
#include "core/disclosure/differences.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace termbook {

namespace {

using Indices = std::vector<std::size_t>;

// Time grows with their square.
constexpr std::size_t most_parts = 200;

Indices common(const Indices& a, const Indices& b) {
    Indices both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

Indices without(const Indices& a, const Indices& b) {
    Indices rest;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
    return rest;
}

class Finding {
  public:
    Finding(const Published& published, std::int64_t threshold)
        : m_published(published), m_threshold(threshold), m_members(published.cells),
          m_around(published.cells) {
        for (std::size_t i = 0; i < published.alike.size(); ++i)
            for (const std::size_t cell : published.alike[i].cells)
                m_members[cell].push_back(i);
        for (std::size_t cell = 0; cell < published.cells; ++cell)
            m_around[cell] = around(cell);
    }

    std::vector<Indices> all() {
        for (std::size_t cell = 0; cell < m_published.cells; ++cell) {
            for (const std::size_t outer : m_around[cell])
                add(without(m_members[outer], m_members[cell]));
            for (const std::size_t one : m_around[cell])
                for (const std::size_t other : m_around[cell])
                    if (one < other) add_corners(cell, one, other);
            add_rests(cell);
        }
        return {m_found.begin(), m_found.end()};
    }

  private:
    /// The other cells that hold all pupils of a cell.
    Indices around(std::size_t cell) const {
        if (m_members[cell].empty()) return {};
        Indices cells = m_published.alike[m_members[cell].front()].cells;
        for (const std::size_t alike : m_members[cell])
            cells = common(cells, m_published.alike[alike].cells);
        cells.erase(std::find(cells.begin(), cells.end(), cell));
        return cells;
    }

    /// Those who are in neither of two cells that cross in a third, within one that holds both.
    void add_corners(std::size_t crossing, std::size_t one, std::size_t other) {
        if (std::binary_search(m_around[one].begin(), m_around[one].end(), other) ||
            std::binary_search(m_around[other].begin(), m_around[other].end(), one))
            return; // one in the other: their differences tell as much
        const Indices wholes = common(m_around[one], m_around[other]);
        if (wholes.empty() || common(m_members[one], m_members[other]) != m_members[crossing]) return;
        for (const std::size_t whole : wholes)
            add(without(without(m_members[whole], m_members[one]), m_members[other]));
    }

    bool lies_in(std::size_t cell, std::size_t other) const {
        return std::binary_search(m_around[cell].begin(), m_around[cell].end(), other);
    }

    /// The cells that lie in a cell, the largest first; of many those that lie in no other such.
    Indices parts_of(std::size_t whole) const {
        Indices parts;
        for (std::size_t cell = 0; cell < m_published.cells; ++cell)
            if (lies_in(cell, whole) && m_members[cell].size() < m_members[whole].size())
                parts.push_back(cell);
        if (const Indices all = parts; all.size() > most_parts)
            std::erase_if(parts, [&](std::size_t part) {
                return std::any_of(all.begin(), all.end(), [&](std::size_t other) {
                    return lies_in(part, other) && m_members[part].size() < m_members[other].size();
                });
            });
        std::stable_sort(parts.begin(), parts.end(), [&](std::size_t a, std::size_t b) {
            return m_members[a].size() > m_members[b].size();
        });
        return parts;
    }

    /// Those whom parts of a cell leave that are apart from each other, beginning with each of them: pupils
    /// of a year group in none of its classes.
    void add_rests(std::size_t whole) {
        const Indices parts = parts_of(whole);
        for (const std::size_t first : parts) {
            Indices rest = without(m_members[whole], m_members[first]);
            for (const std::size_t part : parts)
                if (std::includes(rest.begin(), rest.end(), m_members[part].begin(), m_members[part].end()))
                    rest = without(rest, m_members[part]);
            add(std::move(rest));
        }
    }

    void add(Indices alike) {
        std::int64_t pupils = 0;
        for (const std::size_t each : alike)
            pupils += m_published.alike[each].pupils;
        if (pupils > 0 && pupils < m_threshold) m_found.insert(std::move(alike));
    }

    const Published& m_published;
    const std::int64_t m_threshold;
    std::vector<Indices> m_members; // by cell: its alike
    std::vector<Indices> m_around;  // by cell
    std::set<Indices> m_found;
};

} // namespace

std::vector<std::vector<std::size_t>> small_differences(const Published& published, std::int64_t threshold) {
    return Finding(published, threshold).all();
}

} // namespace termbook
