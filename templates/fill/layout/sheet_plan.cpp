// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/layout/sheet_plan.hpp"

#include <algorithm>

namespace termbook::fill {

namespace {

/// Adds a block's own rows [from, to), apart at the row where the other branch starts.
void add_own_rows(std::vector<Item>& items, const Block& block, std::int32_t from, std::int32_t to) {
    const auto turn = block.else_row.value_or(to);
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
        add_own_rows(items, block, at, child.first);
        items.push_back({i, child.first, child.last - child.first + 1, block.branch_of(child.first)});
        at = child.last + 1;
    }
    add_own_rows(items, block, at, block.last + 1);
    return items;
}

} // namespace

std::size_t SheetPlan::item_of(std::size_t block, std::int32_t row) const {
    const auto& own = items[block];
    const auto after = std::upper_bound(own.begin(), own.end(), row,
                                        [](std::int32_t r, const Item& item) { return r < item.first; });
    return static_cast<std::size_t>(after - own.begin()) - 1;
}

SheetPlan plan_of(TemplateSheet sheet) {
    SheetPlan plan;
    plan.sheet = std::move(sheet);
    const auto& blocks = plan.sheet.blocks;
    plan.cells.resize(blocks.size());
    for (std::size_t cell = 0; cell < plan.sheet.cells.size(); ++cell)
        plan.cells[plan.sheet.block_of(plan.sheet.cells[cell].row)].push_back(cell);
    for (const auto& block : blocks) {
        plan.items.push_back(items_of(plan.sheet, block));
        plan.wanted.emplace_back(plan.items.back().size(), false);
    }
    return plan;
}

} // namespace termbook::fill
