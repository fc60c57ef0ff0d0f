// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/layout/instances.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/fill/conditions.hpp"
#include "templates/fill/mark_rules.hpp"
#include "templates/formulas/address.hpp"

#include <algorithm>
#include <utility>

namespace termbook::fill {

namespace {

/// A block that would give Sources more rows than this has one row there for each of its marks.
constexpr std::size_t most_rows_of_block = 2000;

std::size_t figure_marks(const SheetPlan& plan, std::size_t block) {
    std::size_t count = 0;
    for (const auto cell : plan.cells[block])
        for (const auto& piece : plan.sheet.cells[cell].pieces) {
            const auto* const mark = std::get_if<marks::Mark>(&piece.content);
            if (mark != nullptr && find_figure(mark->key) != nullptr) ++count;
        }
    return count;
}

/// The child of the sheet that a block stands in.
std::size_t outermost(const TemplateSheet& sheet, std::size_t block) {
    while (sheet.blocks[block].parent != 0)
        block = sheet.blocks[block].parent;
    return block;
}

} // namespace

std::uint32_t Instances::add(SheetPlan& plan, std::size_t block, std::uint32_t parent, const Scope& scope,
                             int branch) {
    if (plan.instances.size() >= formulas::sheet_rows)
        throw Error(plan.sheet.blocks[block].place, "a block with more members than a sheet has rows",
                    "at most 1,048,576 rows in a sheet", "add limit=… to the block");
    Instance instance;
    instance.block = block;
    instance.parent = parent;
    instance.scope = &scope;
    instance.branch = branch;
    instance.children.resize(plan.sheet.blocks[block].children.size());
    plan.instances.push_back(std::move(instance));
    return static_cast<std::uint32_t>(plan.instances.size() - 1);
}

void Instances::expand(std::size_t plan, std::uint32_t instance) {
    const auto block = m_plans[plan].instances[instance].block;
    const auto branch = m_plans[plan].instances[instance].branch;
    for (const auto& item : m_plans[plan].items[block])
        if (item.child && item.branch == branch) expand_child(plan, instance, *item.child);
}

void Instances::expand_child(std::size_t plan_index, std::uint32_t parent, std::size_t child) {
    SheetPlan& plan = m_plans[plan_index];
    const auto block_index = plan.sheet.blocks[plan.instances[parent].block].children[child];
    const Block& block = plan.sheet.blocks[block_index];
    const Scope& scope = *plan.instances[parent].scope;
    const auto show = [&](const Scope& inner, int branch) {
        const auto instance = add(plan, block_index, parent, inner, branch);
        plan.instances[parent].children[child].push_back(instance);
        expand(plan_index, instance);
    };
    if (block.kind == Block::Kind::each && block.each.dimension == "source" && !m_sources_known) {
        m_postponed.push_back({plan_index, parent, child});
        return;
    }
    try {
        if (block.kind == Block::Kind::condition) {
            const bool first = holds(block.condition, scope, m_scopes, m_entries);
            if (first || block.else_line) show(scope, first ? 0 : 1);
            return;
        }
        for (auto& member : members_of(block.each, scope, m_lists, m_entries))
            show(m_scopes.inside(scope, std::move(member)), 0);
    } catch (const Error& error) {
        throw error.pos().where.empty() ? error.at(block.place) : error;
    }
}

void Instances::make() {
    for (std::size_t i = 0; i < m_plans.size(); ++i) {
        add(m_plans[i], 0, 0, scope_of(m_plans[i].sheet), 0);
        expand(i, 0);
    }
    for (auto& plan : m_plans) {
        decide_live(plan);
        resolve(plan, 0);
    }
    m_sources_known = true;
    for (const auto& [plan, parent, child] : std::exchange(m_postponed, {})) {
        expand_child(plan, parent, child);
        for (const auto instance : m_plans[plan].instances[parent].children[child])
            resolve(m_plans[plan], instance);
    }
}

const Scope& Instances::scope_of(const TemplateSheet& sheet) const {
    return sheet.origin.scope == nullptr ? m_scopes.outermost() : *sheet.origin.scope;
}

void Instances::decide_live(SheetPlan& plan) {
    std::vector<std::size_t> marks(plan.sheet.blocks.size());
    for (std::size_t block = 0; block < marks.size(); ++block)
        marks[block] = figure_marks(plan, block);
    std::vector<std::size_t> rows(plan.sheet.blocks.size());
    for (const auto& instance : plan.instances)
        if (instance.block != 0) rows[outermost(plan.sheet, instance.block)] += marks[instance.block];
    for (auto& instance : plan.instances)
        instance.live =
            instance.block == 0 || rows[outermost(plan.sheet, instance.block)] <= most_rows_of_block;
}

void Instances::resolve(SheetPlan& plan, std::uint32_t index) {
    const auto block = plan.instances[index].block;
    plan.instances[index].cells.resize(plan.cells[block].size());
    for (const auto& item : plan.items[block]) {
        if (item.branch != plan.instances[index].branch) continue;
        if (!item.child)
            resolve_own(plan, index, item);
        else
            for (const auto child : plan.instances[index].children[*item.child])
                resolve(plan, child);
    }
}

void Instances::resolve_own(SheetPlan& plan, std::uint32_t index, const Item& item) {
    Instance& instance = plan.instances[index];
    const auto& own = plan.cells[instance.block];
    const auto& cells = plan.sheet.cells;
    auto at = std::lower_bound(own.begin(), own.end(), item.first,
                               [&](std::size_t cell, std::int32_t row) { return cells[cell].row < row; });
    for (; at != own.end() && cells[*at].row < item.first + item.count; ++at) {
        const MarkedCell& cell = cells[*at];
        auto& parts = instance.cells[static_cast<std::size_t>(at - own.begin())];
        try {
            const auto& scope = m_scopes.crossing(*instance.scope, plan.sheet.origin.at(cell.column).scope);
            parts = parts_of(cell.pieces, cell.inside_cell, scope, m_scopes, m_entries);
        } catch (const Error& error) {
            throw error.at(cell.place);
        }
        list(plan, instance, cell, parts);
    }
}

void Instances::list(const SheetPlan& plan, const Instance& instance, const MarkedCell& cell,
                     const std::vector<Part>& parts) {
    for (const auto& part : parts) {
        if (!part.entry) continue;
        if (instance.live) {
            m_entries.list(*part.entry);
        } else if (m_stood_for.insert({&cell, part.piece}).second) {
            const auto& mark = std::get<marks::Mark>(cell.pieces[part.piece].content);
            const auto values =
                std::count_if(plan.instances.begin(), plan.instances.end(),
                              [&](const Instance& each) { return each.block == instance.block; });
            const auto& scope =
                m_scopes.crossing(scope_of(plan.sheet), plan.sheet.origin.at(cell.column).scope);
            m_entries.list_block(entry_key(request_of(mark, scope).mark(), figure_format(mark)), *part.entry,
                                 static_cast<std::size_t>(values));
        }
    }
}

} // namespace termbook::fill
