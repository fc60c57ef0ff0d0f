// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/layout/sheet_plan.hpp"

#include <algorithm>

namespace termbook::fill {

namespace {

/// Adds a block's own lines [from, to), apart at the one where the other branch starts.
void add_own_lines(std::vector<Item>& items, const Block& block, std::int32_t from, std::int32_t to) {
    const auto turn = block.else_line.value_or(to);
    const auto add = [&](std::int32_t first, std::int32_t end) {
        if (first < end) items.push_back({std::nullopt, first, end - first, block.branch_of(first)});
    };
    add(from, std::clamp(turn, from, to));
    add(std::clamp(turn, from, to), to);
}

std::vector<Item> items_of(const TemplateSheet& sheet, const Block& block) {
    std::vector<Item> items;
    std::int32_t at = block.first;
    for (std::size_t i = 0; i < block.children.size(); ++i) {
        const Block& child = sheet.blocks[block.children[i]];
        add_own_lines(items, block, at, child.first);
        items.push_back({i, child.first, child.last - child.first + 1, block.branch_of(child.first)});
        at = child.last + 1;
    }
    add_own_lines(items, block, at, block.last + 1);
    return items;
}

SheetPlan with_items(SheetPlan plan) {
    for (const auto& block : plan.sheet.blocks) {
        plan.items.push_back(items_of(plan.sheet, block));
        plan.wanted.emplace_back(plan.items.back().size(), false);
    }
    return plan;
}

} // namespace

std::size_t SheetPlan::item_of(std::size_t block, std::int32_t line) const {
    const auto& own = items[block];
    const auto after = std::upper_bound(own.begin(), own.end(), line,
                                        [](std::int32_t at, const Item& item) { return at < item.first; });
    return static_cast<std::size_t>(after - own.begin()) - 1;
}

SheetPlan plan_of(TemplateSheet sheet) {
    SheetPlan plan;
    plan.sheet = std::move(sheet);
    const auto& blocks = plan.sheet.blocks;
    plan.cells.resize(blocks.size());
    for (std::size_t cell = 0; cell < plan.sheet.cells.size(); ++cell)
        plan.cells[plan.sheet.block_of(plan.sheet.cells[cell].row)].push_back(cell);
    return with_items(std::move(plan));
}

SheetPlan plan_of_columns(const TemplateSheet& sheet) {
    SheetPlan plan;
    plan.axis = Axis::columns;
    plan.sheet.table = sheet.table;
    plan.sheet.name = sheet.name;
    plan.sheet.rows = sheet.rows;
    plan.sheet.origin = sheet.origin;
    plan.sheet.blocks = sheet.columns;
    plan.cells.resize(plan.sheet.blocks.size());
    return with_items(std::move(plan));
}

} // namespace termbook::fill
