// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/disclosure/published.hpp"

#include <optional>
#include <utility>

namespace termbook {

/// Another world, told by how much more of an exchange's first sort there would be, by alike.
struct OtherWorld {
    std::vector<std::pair<std::size_t, std::int64_t>> steps;
    std::vector<std::size_t> seen_in; ///< the cells looked at whose counts would differ
};

/// By cell: whether a page shows it, as far as it would show an exchange.
std::vector<char> cells_showing(const Published& published, const Exchange& exchange);

/// The cells that pages show, as far as they would show an exchange.
class FixedCells {
  public:
    FixedCells(const Published& published, const Exchange& exchange);

    /// By alike: the fixed cells among theirs.
    const std::vector<std::size_t>& of(std::size_t alike) const { return m_of[alike]; }

    /// Whether two are in the same fixed cells.
    bool same(std::size_t a, std::size_t b) const { return m_same[a] == m_same[b]; }

  private:
    std::vector<std::vector<std::size_t>> m_of;
    std::vector<std::size_t> m_same; // by alike: the first that is in the same fixed cells
};

/// Looks for worlds in which the count of one target differs by moving whole units between pupils.
class OtherWorlds {
  public:
    explicit OtherWorlds(const Published& published);

    /// A world in which the exchange's first sort comes to another count over the target (some alike), and
    /// the fewest and smallest of the `fixed` cells do, best none. No steps where none is possible at all.
    /// The search is bounded: that a world is not found does not prove that there is none.
    OtherWorld find(const std::vector<std::size_t>& target, const Exchange& exchange,
                    const FixedCells& fixed);

    std::int64_t pupils(std::size_t cell) const { return m_pupils[cell]; }
    const std::vector<std::size_t>& alike(std::size_t cell) const { return m_alike[cell]; }

  private:
    struct Move {
        std::int64_t cost;
        std::size_t alike;
    };

    bool begin_with(std::size_t alike, std::int64_t by);
    bool found() const { return !m_best.steps.empty() && m_best.seen_in.empty(); }
    void step(std::size_t alike, std::int64_t by);
    std::optional<std::size_t> cell_to_put_right() const;
    void search(std::size_t depth, std::size_t given_up);
    void keep_if_best();
    std::vector<Move> best_moves(std::size_t cell, std::int64_t by) const;
    bool has_room(std::size_t alike, std::int64_t by) const;

    const Published& m_published;
    std::vector<std::int64_t> m_pupils;            // by cell
    std::vector<std::vector<std::size_t>> m_alike; // by cell
    // Of the search under way:
    const Exchange* m_exchange{nullptr};
    const FixedCells* m_fixed{nullptr};
    std::vector<char> m_in_target;
    std::vector<std::int64_t> m_moved;    // by alike
    std::vector<std::int64_t> m_off;      // by cell: how far its count is off
    std::vector<char> m_given_up;         // by cell: it may stay off
    std::vector<std::size_t> m_cells_off; // fixed cells that are off
    std::vector<std::size_t> m_steps;     // alike, in the order of the steps
    std::int64_t m_target_off{0};
    std::size_t m_looked_at{0};
    std::size_t m_most{0};
    std::pair<std::size_t, std::int64_t> m_best_cost;
    OtherWorld m_best;
};

} // namespace termbook
