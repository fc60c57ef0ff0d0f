// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/block_names.hpp"

#include "core/fnv.hpp"
#include "templates/fill/layout/placement.hpp"
#include "templates/formulas/address.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>

namespace termbook::fill {

namespace {

std::string canonical(const marks::Each& each) {
    std::string text = "#each " + each.dimension;
    if (each.sort) text += " sort=" + *each.sort;
    if (each.descending) text += " desc";
    if (each.limit) text += fmt::format(" limit={}", *each.limit);
    return text;
}

/// Names stand before these elements of a spreadsheet.
pugi::xml_node names_of(pugi::xml_node spreadsheet) {
    constexpr std::array<std::string_view, 6> behind{
        "table:database-ranges", "table:data-pilot-tables",     "table:consolidation",
        "table:dde-links",       "calcext:conditional-formats", "table:cell-range-source"};
    if (const auto names = spreadsheet.child("table:named-expressions")) return names;
    for (const auto child : spreadsheet.children())
        if (std::find(behind.begin(), behind.end(), child.name()) != behind.end())
            return spreadsheet.insert_child_before("table:named-expressions", child);
    return spreadsheet.append_child("table:named-expressions");
}

} // namespace

std::string block_name(const TemplateSheet& sheet, const Block& block) {
    const auto place = cell_place(sheet.name, block.column, block.first);
    return fmt::format("tb_{:016x}", fnv1a(canonical(block.each) + " in " + place));
}

void name_blocks(pugi::xml_node spreadsheet, const std::vector<SheetPlan>& plans) {
    for (const auto& plan : plans) {
        for (const auto child : plan.sheet.blocks[0].children) {
            const Block& block = plan.sheet.blocks[child];
            if (block.kind != Block::Kind::each) continue;
            const auto first = placed_row(plan, 0, block.first, Edge::first);
            const auto last = placed_row(plan, 0, block.last, Edge::last);
            if (!first || !last) continue;
            formulas::Reference range;
            range.first = {plan.sheet.name, true, block.column, *first, true, true, false};
            auto base = range;
            range.last = formulas::CellRef{
                std::nullopt, false, std::max(block.column, block.last_column), *last, true, true, false};
            auto name = names_of(spreadsheet).append_child("table:named-range");
            name.append_attribute("table:name") = block_name(plan.sheet, block).c_str();
            name.append_attribute("table:base-cell-address") = formulas::to_odf_address(base).c_str();
            name.append_attribute("table:cell-range-address") = formulas::to_odf_address(range).c_str();
        }
    }
}

} // namespace termbook::fill
