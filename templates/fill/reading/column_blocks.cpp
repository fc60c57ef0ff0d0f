// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/reading/column_blocks.hpp"

#include "templates/formulas/address.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace termbook::fill {

namespace {

class Nesting {
  public:
    Nesting(const std::vector<ColumnBlock>& read, const OnError& on_error)
        : m_read(read), m_on_error(on_error), m_became(read.size(), 0) {
        m_blocks.emplace_back().last = formulas::sheet_columns - 1;
    }

    std::vector<Block> run() {
        std::vector<std::size_t> order(m_read.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        // Of blocks over the same columns those stand first that others were opened in.
        const auto rank = [&](std::size_t i) {
            return std::tuple(m_read[i].block.first, -m_read[i].block.last, depth(i));
        };
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
        for (const auto i : order)
            m_became[i] = add(i);
        return std::move(m_blocks);
    }

  private:
    std::size_t depth(std::size_t i) const {
        std::size_t depth = 0;
        for (auto around = m_read[i].around; around; around = m_read[*around].around)
            ++depth;
        return depth;
    }

    std::size_t add(std::size_t read) {
        const Block& block = m_read[read].block;
        while (m_around != 0 && m_blocks[m_around].last < block.first)
            m_around = m_blocks[m_around].parent;
        for (auto at = m_around; at != 0; at = m_blocks[at].parent) {
            const Block& other = m_blocks[at];
            const bool same = other.first == block.first && other.last == block.last;
            if (same && other.each.text() == block.each.text()) return at;
            if (same && !stands_in(read, at)) return fail(block, other);
        }
        if (m_blocks[m_around].last < block.last) return fail(block, m_blocks[m_around]);
        m_blocks.push_back(block);
        m_blocks.back().parent = m_around;
        m_blocks[m_around].children.push_back(m_blocks.size() - 1);
        return m_around = m_blocks.size() - 1;
    }

    /// Whether the block was opened in one that has become `block`.
    bool stands_in(std::size_t read, std::size_t block) const {
        for (auto around = m_read[read].around; around; around = m_read[*around].around)
            if (m_became[*around] == block) return true;
        return false;
    }

    std::size_t fail(const Block& block, const Block& other) const {
        m_on_error(Error(block.place, "#each … across over columns of another (" + other.place.where + ")",
                         "blocks side by side, one within the other, or the same #each over the same columns",
                         "move {{#each}} or {{/each}}, or make the two alike"));
        return m_around;
    }

    const std::vector<ColumnBlock>& m_read;
    const OnError& m_on_error;
    std::vector<std::size_t> m_became;
    std::vector<Block> m_blocks;
    std::size_t m_around{0};
};

} // namespace

std::vector<Block> nest_columns(const std::vector<ColumnBlock>& read, const OnError& on_error) {
    return Nesting(read, on_error).run();
}

} // namespace termbook::fill
