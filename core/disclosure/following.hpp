// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/disclosure/published.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace termbook {

/// Whose counts follow from those of some cells, by adding and subtracting them, however many and however
/// often.
///
/// A count follows if it cannot change while those shown stay as they are: if it comes to nothing in every
/// change of the pupils' counts that comes to nothing in each of the cells. Looked at is one such change
/// drawn at random, in arithmetic modulo a large prime, where others come to nothing by chance about once in
/// 10^18 times.
class Following {
  public:
    /// `known`: by cell, whether its count is.
    Following(const Published& published, const std::vector<char>& known);

    /// Whether the count of some alike, taken together, follows.
    bool tells(const std::vector<std::size_t>& alike) const;

    /// The groups of more than no and fewer than `threshold` pupils whose counts follow: those of one or two
    /// sorts of pupils that the cells tell apart, and of up to five within a cell that is not too large.
    std::vector<std::vector<std::size_t>> few(std::int64_t threshold) const;

  private:
    using Sparse = std::vector<std::pair<std::size_t, std::uint64_t>>;

    /// Pupils whom the known cells do not tell apart.
    struct Sort {
        std::int64_t pupils{0};
        std::vector<std::size_t> alike;
        std::vector<std::size_t> cells; ///< known
        std::uint64_t change{0};        ///< of their count, in the random change
    };

    void sort_pupils(const Published& published, const std::vector<char>& known);
    std::vector<Sparse> solved_rows(std::size_t cells) const;
    void draw_change(std::size_t cells);

    std::vector<Sort> m_sorts;
    std::vector<std::size_t> m_sort_of; ///< by alike
};

} // namespace termbook
