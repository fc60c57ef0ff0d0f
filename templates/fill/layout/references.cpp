// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/layout/references.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/formulas/address.hpp"

#include <algorithm>
#include <utility>

namespace termbook::fill {

using formulas::CellRef;
using formulas::Reference;

References::References(const std::vector<SheetPlan>& plans) : m_plans(plans) {
    for (std::size_t i = 0; i < plans.size(); ++i) {
        m_sheets.emplace(plans[i].sheet.name, i);
        m_any_growth = m_any_growth || plans[i].grows();
    }
}

std::optional<std::size_t> References::sheet_of(const CellRef& cell, std::size_t otherwise) const {
    if (!cell.sheet) return otherwise;
    const auto found = m_sheets.find(*cell.sheet);
    if (found == m_sheets.end()) return std::nullopt;
    return found->second;
}

std::optional<std::int32_t> References::row(std::size_t sheet, const CellRef& cell, Edge edge,
                                            const Standpoint& from) const {
    const SheetPlan& plan = m_plans[sheet];
    const bool fixed = cell.row_absolute || from.sheet != sheet;
    auto instance = fixed ? 0 : common_instance(plan, from.instance, cell.row);
    // Where an instance lacks the row, the rows of the other instances are no better: nothing refers to it
    // then.
    return placed_row(plan, instance, cell.row, edge);
}

void References::rewrite(Reference& reference, bool aggregated, const Standpoint& from) const {
    CellRef& first = reference.first;
    if (first.broken || reference.whole_columns || (reference.last && reference.last->broken)) return;
    const auto sheet = sheet_of(first, from.sheet);
    if (!sheet) return;
    if (!reference.last) {
        const auto top = row(*sheet, first, Edge::first, from);
        const auto bottom =
            aggregated && m_plans[*sheet].grows() ? row(*sheet, first, Edge::last, from) : top;
        first.broken = !top;
        if (!top) return;
        first.row = *top;
        if (*bottom <= *top) return;
        reference.last = first;
        reference.last->sheet.reset();
        reference.last->sheet_absolute = false;
        reference.last->row = *bottom;
        return;
    }
    CellRef& last = *reference.last;
    const auto last_sheet = sheet_of(last, *sheet);
    if (!last_sheet) return;
    const bool upside_down = first.row > last.row;
    const auto start = row(*sheet, first, upside_down ? Edge::last : Edge::first, from);
    const auto end = row(*last_sheet, last, upside_down ? Edge::first : Edge::last, from);
    first.broken = !start;
    last.broken = !end;
    if (start) first.row = *start;
    if (end) last.row = *end;
}

void References::rewrite(formulas::Formula& formula, const Standpoint& from) const {
    formula.rewrite_references([&](Reference& reference, const formulas::Formula::Place& place) {
        rewrite(reference, place.aggregated, from);
    });
}

std::string References::rewrite_expression(std::string_view text, const Standpoint& from) const {
    return rewrite_bracketed(text, [&](std::string_view address) {
        try {
            auto reference = formulas::parse_reference(address);
            rewrite(reference, false, from);
            return formulas::to_odf_address(reference);
        } catch (const Error&) {
            return std::string(address); // another document's cell, or what a later version may write
        }
    });
}

std::vector<Reference> References::grow_exactly(const Reference& range, const Standpoint& from) const {
    const auto sheet = sheet_of(range.first, from.sheet);
    if (!sheet || range.whole_columns || range.first.broken || !m_plans[*sheet].grows()) return {range};
    const auto top = range.first.row;
    const auto bottom = range.last ? range.last->row : top;
    std::vector<Reference> grown;
    for (const auto& rows : m_plans[*sheet].rows) {
        const auto first = std::max(rows.first, top);
        const auto last = std::min(rows.first + rows.count - 1, bottom);
        if (first > last) continue;
        const auto at = rows.at + (first - rows.first);
        if (!grown.empty() && grown.back().last->row + 1 == at) {
            grown.back().last->row = at + (last - first);
            continue;
        }
        Reference next = range;
        if (!next.last) next.last = next.first;
        next.first.row = at;
        next.last->row = at + (last - first);
        grown.push_back(std::move(next));
    }
    return grown;
}

std::string rewrite_bracketed(std::string_view text,
                              const std::function<std::string(std::string_view)>& rewrite) {
    std::string rewritten;
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at];
        std::size_t end = at + 1;
        if (c == '"') {
            end = std::min(text.find('"', end), text.size() - 1) + 1;
        } else if (c == '[') {
            bool quoted = false;
            for (; end < text.size() && (quoted || text[end] != ']'); ++end)
                if (text[end] == '\'') quoted = !quoted;
            rewritten += '[' + rewrite(text.substr(at + 1, end - at - 1));
            at = end;
            continue;
        }
        rewritten += text.substr(at, end - at);
        at = end;
    }
    return rewritten;
}

void note_wanted(std::vector<SheetPlan>& plans, std::size_t sheet, std::int32_t row,
                 const Reference& reference) {
    SheetPlan& plan = plans[sheet];
    const auto here = plan.sheet.block_of(row);
    if (here == 0 || reference.whole_columns || reference.first.broken) return;
    const auto note = [&](const CellRef& cell) {
        if (cell.row_absolute || (cell.sheet && *cell.sheet != plan.sheet.name)) return;
        auto block = here;
        const auto& blocks = plan.sheet.blocks;
        while (block != 0 && (cell.row < blocks[block].first || cell.row > blocks[block].last))
            block = blocks[block].parent;
        while (block != 0) {
            const auto item = plan.item_of(block, cell.row);
            plan.wanted[block][item] = true;
            const auto child = plan.items[block][item].child;
            if (!child) break;
            block = blocks[block].children[*child];
        }
    };
    note(reference.first);
    if (reference.last) note(*reference.last);
}

} // namespace termbook::fill
