// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/layout/placement.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/formulas/address.hpp"

#include <algorithm>
#include <array>

namespace termbook::fill {

namespace {

class Placement {
  public:
    explicit Placement(SheetPlan& plan) : m_plan(plan), m_shown(plan.sheet.blocks.size()) {
        for (const auto& instance : plan.instances)
            m_shown[instance.block][static_cast<std::size_t>(instance.branch)] = true;
    }

    void run() { place(0); }

  private:
    void place(std::uint32_t index) {
        const auto block = m_plan.instances[index].block;
        const auto& items = m_plan.items[block];
        m_plan.instances[index].placed.resize(items.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Item& item = items[i];
            Instance& instance = m_plan.instances[index];
            Placed placed{m_at, item.branch == instance.branch, false};
            if (placed.present && item.child) placed.present = !instance.children[*item.child].empty();
            placed.hidden = !placed.present && leaves_hidden_lines(block, i);
            instance.placed[i] = placed;
            if (placed.hidden || (placed.present && !item.child)) emit(index, item, placed.hidden);
            if (!placed.present || !item.child) continue;
            for (const auto child : std::vector<std::uint32_t>(instance.children[*item.child]))
                place(child);
        }
    }

    bool leaves_hidden_lines(std::size_t block, std::size_t item_index) {
        const Item& item = m_plan.items[block][item_index];
        const bool shown_somewhere = item.child ? shown(m_plan.sheet.blocks[block].children[*item.child])
                                                : m_shown[block][static_cast<std::size_t>(item.branch)];
        if (shown_somewhere) return m_plan.wanted[block][item_index];
        if (item.child) mark_shown(m_plan.sheet.blocks[block].children[*item.child]);
        return first_time(block, item_index) || m_plan.wanted[block][item_index];
    }

    bool shown(std::size_t block) const { return m_shown[block][0] || m_shown[block][1]; }

    /// Hidden lines stand for the block and for all in it.
    void mark_shown(std::size_t block) {
        m_shown[block] = {true, true};
        for (const auto child : m_plan.sheet.blocks[block].children)
            mark_shown(child);
    }

    /// Own lines of a branch that is shown nowhere: there may be several stretches of them.
    bool first_time(std::size_t block, std::size_t item) {
        const std::pair<std::size_t, std::size_t> key{block, item};
        if (std::find(m_left.begin(), m_left.end(), key) != m_left.end()) return false;
        m_left.push_back(key);
        return true;
    }

    void emit(std::uint32_t instance, const Item& item, bool hidden) {
        m_plan.lines.push_back({item.first, item.count, m_at, instance, hidden});
        // The sheet's last stretch reaches to the end whatever comes before it: what it holds is counted when
        // written.
        if (instance == 0 && item.first + item.count == lines_of_sheet(m_plan.axis)) return;
        m_at += item.count;
        if (m_at <= lines_of_sheet(m_plan.axis)) return;
        throw Error(m_plan.sheet.blocks[m_plan.instances[instance].block].place,
                    "a block that fills the sheet",
                    m_plan.axis == Axis::rows ? "at most 1,048,576 rows in a sheet"
                                              : "at most 16,384 columns, up to XFD, in a sheet",
                    "add limit=… to the block, or repeat over fewer members");
    }

    SheetPlan& m_plan;
    std::vector<std::array<bool, 2>> m_shown;
    std::vector<std::pair<std::size_t, std::size_t>> m_left;
    std::int32_t m_at{0};
};

} // namespace

void place(SheetPlan& plan) {
    Placement(plan).run();
}

std::optional<std::int32_t> placed_line(const SheetPlan& plan, std::uint32_t index, std::int32_t line,
                                        Edge edge) {
    const Instance& instance = plan.instances[index];
    const auto item_index = plan.item_of(instance.block, line);
    const Item& item = plan.items[instance.block][item_index];
    const Placed& placed = instance.placed[item_index];
    if (placed.hidden || (placed.present && !item.child)) return placed.line + (line - item.first);
    if (!placed.present) return std::nullopt;
    const auto& children = instance.children[*item.child];
    for (std::size_t i = 0; i < children.size(); ++i) {
        const auto child = edge == Edge::first ? children[i] : children[children.size() - 1 - i];
        if (const auto found = placed_line(plan, child, line, edge)) return found;
    }
    return std::nullopt;
}

std::uint32_t common_instance(const SheetPlan& plan, std::uint32_t from, std::int32_t line) {
    while (from != 0) {
        const Block& block = plan.sheet.blocks[plan.instances[from].block];
        if (line >= block.first && line <= block.last) return from;
        from = plan.instances[from].parent;
    }
    return 0;
}

std::uint32_t first_instance_of(const SheetPlan& plan, std::int32_t line) {
    std::uint32_t index = 0;
    while (true) {
        const Instance& instance = plan.instances[index];
        const auto item_index = plan.item_of(instance.block, line);
        const Item& item = plan.items[instance.block][item_index];
        if (!item.child || !instance.placed[item_index].present) return index;
        const auto& children = instance.children[*item.child];
        const auto holds = std::find_if(children.begin(), children.end(), [&](std::uint32_t child) {
            return placed_line(plan, child, line, Edge::first).has_value();
        });
        if (holds == children.end()) return index;
        index = *holds;
    }
}

} // namespace termbook::fill
