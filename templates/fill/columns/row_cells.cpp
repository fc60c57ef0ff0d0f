// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/columns/row_cells.hpp"

#include "templates/fill/writing/row_elements.hpp"

#include <algorithm>
#include <string>

namespace termbook::fill {

namespace {

constexpr const char* repeated = "table:number-columns-repeated";

void set_repeat(pugi::xml_node node, std::int32_t repeat) {
    node.remove_attribute(repeated);
    if (repeat > 1) node.append_attribute(repeated) = repeat;
}

/// How many of the columns from `column` on are alike as far as blocks go: one inside a block.
std::int32_t alike(const SheetPlan& plan, std::int32_t column) {
    const auto& blocks = plan.sheet.blocks;
    for (const auto child : blocks[0].children) {
        if (column < blocks[child].first) return blocks[child].first - column;
        if (column <= blocks[child].last) return 1;
    }
    return formulas::sheet_columns - column;
}

/// Makes an element that stands for several columns, inside a block and beside it, several elements.
void split(pugi::xml_node node, std::int32_t column, std::int32_t repeat, const SheetPlan& plan) {
    for (auto part = alike(plan, column); part > 0 && part < repeat; part = alike(plan, column)) {
        set_repeat(node.parent().insert_copy_before(node, node), part);
        column += part;
        repeat -= part;
    }
    set_repeat(node, repeat);
}

/// The outermost block that a column stands in, or none.
const Block* block_at(const SheetPlan& plan, std::int32_t column) {
    const auto& blocks = plan.sheet.blocks;
    for (const auto child : blocks[0].children)
        if (column >= blocks[child].first && column <= blocks[child].last) return &blocks[child];
    return nullptr;
}

bool holds_something(pugi::xml_node cell) {
    return cell.first_child() || cell.attribute("office:value-type") || cell.attribute("table:formula");
}

/// Cuts what stands beyond the last column off one row's cells, or off the columns.
void trim(const std::vector<RowEntry>& entries, const SheetPlan& plan) {
    std::int64_t end = 0;
    for (const auto& entry : entries) {
        const auto room = std::max<std::int64_t>(0, formulas::sheet_columns - end);
        end += entry.repeat;
        if (entry.repeat <= room) continue;
        if (is_cell(entry.node) && holds_something(entry.node))
            throw Error(plan.sheet.blocks.back().place, "a sheet that would pass its last column",
                        "at most 16,384 columns, up to XFD, in a sheet", "add limit=… to the block");
        if (room > 0)
            set_repeat(entry.node, static_cast<std::int32_t>(room));
        else
            entry.node.parent().remove_child(entry.node);
    }
}

} // namespace

void split_cells(pugi::xml_node row, const SheetPlan& plan) {
    std::int32_t end = 0;
    for_each_cell(row, [&](pugi::xml_node cell, std::int32_t column, std::int32_t repeat) {
        if (repeat > 1) split(cell, column, repeat, plan);
        end = column + repeat;
    });
    if (end == 0) return;
    if (const Block* const block = block_at(plan, end - 1))
        for (; end <= block->last; ++end)
            row.append_child("table:table-cell");
}

void split_columns(const SheetPlan& plan) {
    std::int32_t end = 0;
    auto last = pugi::xml_node();
    for (const auto& column : columns_of(plan.sheet.table)) {
        if (column.repeat > 1) split(column.node, column.first, column.repeat, plan);
        end = column.first + column.repeat;
        last = column.node;
    }
    const auto& blocks = plan.sheet.blocks;
    const auto needed = blocks[blocks[0].children.back()].last + 1;
    if (end >= needed) return;
    // Behind all groups: a new column belongs to none of them.
    while (last && last.parent() != plan.sheet.table)
        last = last.parent();
    auto table = plan.sheet.table;
    const auto first_row =
        table.find_child([](pugi::xml_node node) { return is_row(node) || node.find_node(is_row); });
    auto column = last ? table.insert_child_after("table:table-column", last)
                       : table.insert_child_before("table:table-column", first_row);
    set_repeat(column, needed - end);
    if (needed - end > 1) split(column, end, needed - end, plan);
}

void write_columns(const SheetPlan& plan) {
    const auto entries = columns_of(plan.sheet.table);
    const auto& blocks = plan.sheet.blocks;
    for (const auto child : blocks[0].children) {
        const Block& block = blocks[child];
        BlockElements elements(plan.sheet.table, entries, block);
        for (const auto& lines : plan.lines) {
            if (lines.first < block.first || lines.first > block.last) continue;
            for (auto column = lines.first; column < lines.first + lines.count; ++column) {
                const auto entry =
                    std::lower_bound(entries.begin(), entries.end(), column,
                                     [](const RowEntry& each, std::int32_t at) { return each.first < at; });
                auto copy = elements.add(entry->node);
                if (lines.hidden) set_attribute(copy, "table:visibility", "collapse");
            }
        }
        elements.finish();
    }
}

void trim_columns(const SheetPlan& plan) {
    trim(columns_of(plan.sheet.table), plan);
    for (const auto& row : plan.sheet.rows) {
        std::vector<RowEntry> cells;
        for_each_cell(row.node, [&](pugi::xml_node cell, std::int32_t column, std::int32_t repeat) {
            cells.push_back({cell, column, repeat});
        });
        trim(cells, plan);
    }
}

} // namespace termbook::fill
