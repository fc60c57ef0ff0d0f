// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/block_names.hpp"

#include "core/fnv.hpp"
#include "templates/fill/layout/placement.hpp"
#include "templates/formulas/address.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <utility>

namespace termbook::fill {

namespace {

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

std::string block_name(const SheetPlan& plan, const Block& block) {
    const bool rows = plan.axis == Axis::rows;
    const auto column = plan.sheet.origin.at(rows ? block.beside : block.first).of_template;
    const auto place = cell_place(plan.sheet.name, column, rows ? block.first : block.beside);
    return fmt::format("tb_{:016x}", fnv1a(block.each.text() + " in " + place));
}

void name_blocks(pugi::xml_node spreadsheet, const std::vector<SheetPlan>& plans) {
    for (const auto& plan : plans) {
        for (const auto child : plan.sheet.blocks[0].children) {
            const Block& block = plan.sheet.blocks[child];
            if (block.kind != Block::Kind::each) continue;
            const auto first = placed_line(plan, 0, block.first, Edge::first);
            const auto last = placed_line(plan, 0, block.last, Edge::last);
            if (!first || !last) continue;
            const auto corner = [&](std::int32_t line, std::int32_t beside) {
                const auto [column, row] =
                    plan.axis == Axis::rows ? std::pair(beside, line) : std::pair(line, beside);
                return formulas::CellRef{std::nullopt, false, column, row, true, true, false};
            };
            formulas::Reference range;
            range.first = corner(*first, block.beside);
            range.first.sheet = plan.sheet.name;
            range.first.sheet_absolute = true;
            auto base = range;
            range.last = corner(*last, std::max(block.beside, block.last_beside));
            auto name = names_of(spreadsheet).append_child("table:named-range");
            name.append_attribute("table:name") = block_name(plan, block).c_str();
            name.append_attribute("table:base-cell-address") = formulas::to_odf_address(base).c_str();
            name.append_attribute("table:cell-range-address") = formulas::to_odf_address(range).c_str();
        }
    }
}

} // namespace termbook::fill
