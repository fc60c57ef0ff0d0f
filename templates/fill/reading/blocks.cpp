// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/reading/blocks.hpp"

#include "templates/fill/reading/column_blocks.hpp"
#include "templates/formulas/address.hpp"

#include <algorithm>

namespace termbook::fill {

namespace {

using marks::Direction;

/// A block whose end is still to come. Those over rows are in the sheet's blocks from the start.
struct Open {
    Direction direction{Direction::rows};
    std::size_t index{0}; ///< over rows: among the sheet's blocks; across: among the column blocks read
};

class Pairing {
  public:
    Pairing(TemplateSheet& sheet, const OnError& on_error) : m_sheet(sheet), m_on_error(on_error) {}

    void run() {
        Block whole;
        whole.last = formulas::sheet_rows - 1;
        m_sheet.blocks.assign(1, whole);
        for (auto& cell : m_sheet.cells)
            for (std::size_t i = 0; i < cell.pieces.size(); ++i)
                if (cell.in_cell(i))
                    choice_of_text(cell, cell.pieces[i]);
                else
                    piece(cell, i);
        while (!m_open.empty()) {
            fail(top().place, is_each() ? "{{#each}} without {{/each}}" : "{{#if}} without {{/if}}",
                 is_each() ? "{{/each}} in the last cell of the block"
                           : "{{/if}} in the last cell of the block",
                 "add it");
            m_open.pop_back();
        }
        m_sheet.columns = nest_columns(m_across, m_on_error);
    }

  private:
    Direction direction() const { return m_open.empty() ? Direction::rows : m_open.back().direction; }
    Block& top() {
        switch (direction()) {
        case Direction::across:
            return m_across[m_open.back().index].block;
        case Direction::sheet:
            return *m_sheet.by_sheet;
        case Direction::rows:
            break;
        }
        return m_sheet.blocks[m_open.back().index];
    }
    bool is_each() { return top().kind == Block::Kind::each; }

    /// The innermost block over rows that is open.
    std::size_t rows_around() const {
        const auto found = std::find_if(m_open.rbegin(), m_open.rend(),
                                        [](const Open& open) { return open.direction == Direction::rows; });
        return found == m_open.rend() ? 0 : found->index;
    }

    void fail(const SourcePos& place, const char* found, const char* expected, const char* remedy) {
        m_on_error(Error(place, found, expected, remedy));
    }

    void piece(MarkedCell& cell, std::size_t i) {
        const auto& piece = cell.pieces[i];
        if (const auto* const each = std::get_if<marks::Each>(&piece.content)) {
            cell.directions[i] = each->direction;
            open_each(cell, *each);
        } else if (const auto* const condition = std::get_if<marks::Condition>(&piece.content)) {
            open_rows(cell, Block::Kind::condition).condition = *condition;
        } else if (std::holds_alternative<marks::EachEnd>(piece.content)) {
            cell.directions[i] = direction();
            close(cell, Block::Kind::each);
        } else if (std::holds_alternative<marks::IfEnd>(piece.content)) {
            close(cell, Block::Kind::condition);
        } else if (std::holds_alternative<marks::Else>(piece.content)) {
            turn(cell);
        }
    }

    /// A condition within a cell is no block of rows, but may not cross one either.
    void choice_of_text(const MarkedCell& cell, const marks::Piece& piece) {
        if (std::holds_alternative<marks::Condition>(piece.content))
            return m_around_choice.push_back(m_open.size());
        if (m_open.size() > m_around_choice.back())
            fail(cell.place, std::holds_alternative<marks::Else>(piece.content) ? "{{else}}" : "{{/if}}",
                 "{{/each}} first, of the block inside", "close blocks in the order inside out");
        if (std::holds_alternative<marks::IfEnd>(piece.content)) m_around_choice.pop_back();
    }

    void open_each(const MarkedCell& cell, const marks::Each& each) {
        if (each.direction == Direction::rows) {
            open_rows(cell, Block::Kind::each).each = each;
            return;
        }
        if (each.dimension == "source")
            fail(cell.place, "#each source that repeats columns or sheets",
                 "#each source over rows: which exports there are is known last", "repeat rows instead");
        Block block;
        block.kind = Block::Kind::each;
        block.each = each;
        block.place = cell.place;
        if (each.direction == Direction::across) return open_across(cell, std::move(block));
        if (m_sheet.by_sheet)
            fail(cell.place, "a second #each … sheet", "one in a sheet", "remove one of the two");
        if (!m_open.empty())
            fail(cell.place, "#each … sheet inside another block", "a block around all others of the sheet",
                 "move it to the first cell of the sheet");
        m_open.push_back({Direction::sheet, 0});
        m_sheet.by_sheet = std::move(block);
    }

    void open_across(const MarkedCell& cell, Block block) {
        block.first = block.last = cell.column;
        block.beside = cell.row;
        const bool inside = direction() == Direction::across;
        m_across.push_back({std::move(block), inside ? std::optional(m_open.back().index) : std::nullopt});
        m_open.push_back({Direction::across, m_across.size() - 1});
    }

    Block& open_rows(const MarkedCell& cell, Block::Kind kind) {
        Block block;
        block.kind = kind;
        block.first = block.last = cell.row;
        block.parent = rows_around();
        block.beside = cell.column;
        block.place = cell.place;
        const auto& parent = m_sheet.blocks[block.parent];
        if (direction() == Direction::across)
            fail(cell.place, "a block over rows inside one across columns",
                 "{{/each}} of the columns first, or a condition that begins and ends in one cell",
                 "open the block over rows before the one across columns");
        if (!parent.children.empty() && m_sheet.blocks[parent.children.back()].last >= cell.row)
            fail(cell.place, "a block that starts in the row where another ends",
                 "blocks in rows of their own", "move one of them to another row, or nest them");
        m_open.push_back({Direction::rows, m_sheet.blocks.size()});
        m_sheet.blocks.push_back(std::move(block));
        return top();
    }

    void close(const MarkedCell& cell, Block::Kind kind) {
        const bool each = kind == Block::Kind::each;
        if (m_open.empty() || top().kind != kind) {
            const char* const expected = m_open.empty() ? (each ? "{{#each}} before it" : "{{#if}} before it")
                                                        : (is_each() ? "{{/each}} first, of the block inside"
                                                                     : "{{/if}} first, of the block inside");
            return fail(cell.place, each ? "{{/each}}" : "{{/if}}", expected,
                        "close blocks in the order inside out");
        }
        if (!m_around_choice.empty() && m_open.size() == m_around_choice.back())
            fail(cell.place, "{{/each}}", "{{/if}} first, of the condition inside",
                 "close blocks in the order inside out");
        if (direction() == Direction::across) {
            if (top().beside != cell.row)
                fail(cell.place, "{{/each}} in another row than its {{#each … across}}",
                     "both in one row, in the first and the last column of the block", "move one of them");
            top().last = std::max(top().first, cell.column);
        } else if (direction() == Direction::rows) {
            top().last = cell.row;
            m_sheet.blocks[top().parent].children.push_back(m_open.back().index);
        }
        m_open.pop_back();
    }

    void turn(const MarkedCell& cell) {
        if (m_open.empty() || is_each())
            return fail(cell.place, "{{else}}", "{{#if}} before it", "put it between {{#if}} and {{/if}}");
        if (top().else_line)
            return fail(cell.place, "a second {{else}}", "one in each {{#if}}", "remove one");
        const auto& children = top().children;
        if (top().first == cell.row ||
            (!children.empty() && m_sheet.blocks[children.back()].last >= cell.row))
            return fail(cell.place, "{{else}} in a row of the first branch",
                        "{{else}} in the row that starts the other",
                        "move it to the next row, or put the whole {{#if}} in one cell");
        top().else_line = cell.row;
    }

    TemplateSheet& m_sheet;
    const OnError& m_on_error;
    std::vector<Open> m_open;
    std::vector<ColumnBlock> m_across;
    std::vector<std::size_t> m_around_choice; ///< how many blocks are open around each condition in a cell
};

} // namespace

void pair_blocks(TemplateSheet& sheet, const OnError& on_error) {
    Pairing(sheet, on_error).run();
}

} // namespace termbook::fill
