// SPDX-License-Identifier: MPL-2.0
#include "core/disclosure/small_sums.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace termbook {

namespace {

using Indices = std::vector<std::size_t>;

// Time grows with the square of how many there are in a cell, and of five with its cube.
constexpr std::size_t most_in_cell = 300;
constexpr std::size_t most_for_five = 120;

class Summing {
  public:
    Summing(const std::vector<Summand>& summands, std::int64_t threshold)
        : m_summands(summands), m_threshold(threshold) {}

    void add_ones_and_twos() {
        std::unordered_map<std::uint64_t, Indices> by_value;
        for (std::size_t i = 0; i < m_summands.size(); ++i) {
            if (m_summands[i].value == 0) {
                add({i});
                continue;
            }
            for (const std::size_t other : by_value[residue::minus(m_summands[i].value)])
                add({i, other});
            by_value[m_summands[i].value].push_back(i);
        }
    }

    /// Three to five of some.
    void add_more_of(const Indices& some) {
        m_pairs.clear();
        for (std::size_t a = 0; a < some.size(); ++a)
            for (std::size_t b = a + 1; b < some.size(); ++b)
                if (is_few({some[a], some[b]}))
                    m_pairs[sum({some[a], some[b]})].emplace_back(some[a], some[b]);
        for (std::size_t a = 0; a < some.size(); ++a) {
            add_with_pairs({some[a]});
            for (std::size_t b = a + 1; b < some.size(); ++b) {
                if (!is_few({some[a], some[b]})) continue;
                add_with_pairs({some[a], some[b]});
                for (std::size_t c = b + 1; c < some.size() && some.size() <= most_for_five; ++c)
                    if (is_few({some[a], some[b], some[c]})) add_with_pairs({some[a], some[b], some[c]});
            }
        }
    }

    std::vector<Indices> all() const {
        std::vector<Indices> named;
        for (const Indices& set : m_found) {
            Indices& names = named.emplace_back();
            for (const std::size_t i : set)
                names.push_back(m_summands[i].name);
        }
        return named;
    }

  private:
    std::uint64_t sum(const Indices& set) const {
        std::uint64_t sum = 0;
        for (const std::size_t i : set)
            sum = residue::plus(sum, m_summands[i].value);
        return sum;
    }

    bool is_few(const Indices& set) const {
        std::int64_t pupils = 0;
        for (const std::size_t i : set)
            pupils += m_summands[i].pupils;
        return pupils < m_threshold;
    }

    void add(Indices set) {
        std::sort(set.begin(), set.end());
        if (is_few(set)) m_found.insert(std::move(set));
    }

    /// Each set once: the pairs behind its last.
    void add_with_pairs(const Indices& set) {
        const auto pairs = m_pairs.find(residue::minus(sum(set)));
        if (pairs == m_pairs.end()) return;
        for (const auto& [a, b] : pairs->second)
            if (a > set.back()) {
                Indices all = set;
                all.insert(all.end(), {a, b});
                add(std::move(all));
            }
    }

    const std::vector<Summand>& m_summands;
    const std::int64_t m_threshold;
    std::unordered_map<std::uint64_t, std::vector<std::pair<std::size_t, std::size_t>>>
        m_pairs; // by their sum
    std::set<Indices> m_found;
};

} // namespace

std::vector<std::vector<std::size_t>>
sums_of_nothing(const std::vector<Summand>& summands,
                const std::map<std::size_t, std::vector<std::size_t>>& cells, std::int64_t threshold) {
    Summing summing(summands, threshold);
    summing.add_ones_and_twos();
    std::vector<Indices> within;
    for (const auto& [cell, all] : cells) {
        Indices some;
        std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                     [&](std::size_t i) { return summands[i].value != 0; });
        if (some.size() > 2 && some.size() <= most_in_cell) within.push_back(std::move(some));
    }
    // What is in a cell is in those around it.
    std::stable_sort(within.begin(), within.end(),
                     [](const Indices& a, const Indices& b) { return a.size() > b.size(); });
    std::vector<const Indices*> looked_at;
    for (const Indices& some : within) {
        const bool known = std::any_of(looked_at.begin(), looked_at.end(), [&](const Indices* larger) {
            return std::includes(larger->begin(), larger->end(), some.begin(), some.end());
        });
        if (known) continue;
        looked_at.push_back(&some);
        summing.add_more_of(some);
    }
    return summing.all();
}

} // namespace termbook
