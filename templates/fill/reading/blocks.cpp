// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/reading/blocks.hpp"

#include "templates/formulas/address.hpp"

#include <algorithm>

namespace termbook::fill {

namespace {

class Pairing {
  public:
    Pairing(TemplateSheet& sheet, const OnError& on_error) : m_sheet(sheet), m_on_error(on_error) {}

    void run() {
        Block whole;
        whole.last = formulas::sheet_rows - 1;
        m_sheet.blocks.assign(1, whole);
        for (const auto& cell : m_sheet.cells)
            for (std::size_t i = 0; i < cell.pieces.size(); ++i)
                if (cell.in_cell(i))
                    choice_of_text(cell, cell.pieces[i]);
                else
                    piece(cell, cell.pieces[i]);
        while (!m_open.empty()) {
            fail(top().place, is_each() ? "{{#each}} without {{/each}}" : "{{#if}} without {{/if}}",
                 is_each() ? "{{/each}} in the last cell of the block"
                           : "{{/if}} in the last cell of the block",
                 "add it");
            m_open.pop_back();
        }
    }

  private:
    Block& top() { return m_sheet.blocks[m_open.back()]; }
    bool is_each() { return top().kind == Block::Kind::each; }

    void fail(const SourcePos& place, const char* found, const char* expected, const char* remedy) {
        m_on_error(Error(place, found, expected, remedy));
    }

    void piece(const MarkedCell& cell, const marks::Piece& piece) {
        if (const auto* const each = std::get_if<marks::Each>(&piece.content)) {
            open(cell, Block::Kind::each).each = *each;
        } else if (const auto* const condition = std::get_if<marks::Condition>(&piece.content)) {
            open(cell, Block::Kind::condition).condition = *condition;
        } else if (std::holds_alternative<marks::EachEnd>(piece.content)) {
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

    Block& open(const MarkedCell& cell, Block::Kind kind) {
        Block block;
        block.kind = kind;
        block.first = block.last = cell.row;
        block.parent = m_open.empty() ? 0 : m_open.back();
        block.column = cell.column;
        block.place = cell.place;
        const auto& parent = m_sheet.blocks[block.parent];
        if (!parent.children.empty() && m_sheet.blocks[parent.children.back()].last >= cell.row)
            fail(cell.place, "a block that starts in the row where another ends",
                 "blocks in rows of their own", "move one of them to another row, or nest them");
        m_open.push_back(m_sheet.blocks.size());
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
        top().last = cell.row;
        m_sheet.blocks[top().parent].children.push_back(m_open.back());
        m_open.pop_back();
    }

    void turn(const MarkedCell& cell) {
        if (m_open.empty() || is_each())
            return fail(cell.place, "{{else}}", "{{#if}} before it", "put it between {{#if}} and {{/if}}");
        if (top().else_row) return fail(cell.place, "a second {{else}}", "one in each {{#if}}", "remove one");
        const auto& children = top().children;
        if (top().first == cell.row ||
            (!children.empty() && m_sheet.blocks[children.back()].last >= cell.row))
            return fail(cell.place, "{{else}} in a row of the first branch",
                        "{{else}} in the row that starts the other",
                        "move it to the next row, or put the whole {{#if}} in one cell");
        top().else_row = cell.row;
    }

    TemplateSheet& m_sheet;
    const OnError& m_on_error;
    std::vector<std::size_t> m_open;
    std::vector<std::size_t> m_around_choice; ///< how many blocks are open around each condition in a cell
};

} // namespace

void pair_blocks(TemplateSheet& sheet, const OnError& on_error) {
    Pairing(sheet, on_error).run();
}

} // namespace termbook::fill
