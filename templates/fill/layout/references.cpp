// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/layout/references.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/formulas/address.hpp"

#include <algorithm>
#include <utility>

namespace termbook::fill {

using formulas::CellRef;
using formulas::Reference;

References::References(const std::vector<SheetPlan>& plans)
    : m_plans(plans), m_axis(plans.empty() ? Axis::rows : plans.front().axis) {
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

std::optional<std::int32_t> References::line(std::size_t sheet, const CellRef& cell, Edge edge,
                                             const Standpoint& from) const {
    const SheetPlan& plan = m_plans[sheet];
    const bool fixed = is_fixed(cell, m_axis) || from.sheet != sheet;
    const auto at = line_of(cell, m_axis);
    // Where an instance lacks the line, those of the other instances are no better: nothing refers to it
    // then.
    const auto placed = placed_line(plan, fixed ? 0 : common_instance(plan, from.instance, at), at, edge);
    return placed ? std::optional(std::min(*placed, lines_of_sheet(m_axis) - 1)) : std::nullopt;
}

void References::rewrite_cell(Reference& reference, bool aggregated, std::size_t sheet,
                              const Standpoint& from) const {
    CellRef& cell = reference.first;
    const auto start = line(sheet, cell, Edge::first, from);
    const auto end = aggregated && m_plans[sheet].grows() ? line(sheet, cell, Edge::last, from) : start;
    cell.broken = !start;
    if (!start) return;
    line_of(cell, m_axis) = *start;
    if (*end <= *start) return;
    reference.last = cell;
    reference.last->sheet.reset();
    reference.last->sheet_absolute = false;
    line_of(*reference.last, m_axis) = *end;
}

void References::rewrite(Reference& reference, bool aggregated, const Standpoint& from) const {
    CellRef& first = reference.first;
    if (first.broken || is_whole(reference, m_axis) || (reference.last && reference.last->broken)) return;
    const auto sheet = sheet_of(first, from.sheet);
    if (!sheet) return;
    if (!reference.last) return rewrite_cell(reference, aggregated, *sheet, from);
    CellRef& last = *reference.last;
    const auto last_sheet = sheet_of(last, *sheet);
    if (!last_sheet) return;
    const bool turned = line_of(first, m_axis) > line_of(last, m_axis);
    const auto start = line(*sheet, first, turned ? Edge::last : Edge::first, from);
    const auto end = line(*last_sheet, last, turned ? Edge::first : Edge::last, from);
    first.broken = !start;
    last.broken = !end;
    if (start) line_of(first, m_axis) = *start;
    if (end) line_of(last, m_axis) = *end;
}

void References::rewrite(formulas::Formula& formula, const Standpoint& from) const {
    using formulas::Formula;
    std::vector<bool> unlike;
    formula.rewrite_references([&](Reference& reference, const Formula::Place& place) {
        unlike.push_back(place.over_sheets && spans_unlike_sheets(reference, from));
        if (!unlike.back()) rewrite(reference, place.aggregated, from);
    });
    if (std::find(unlike.begin(), unlike.end(), true) == unlike.end()) return;
    auto split = unlike.begin();
    formula.split_references([&](const Reference& reference, const Formula::Place&) {
        return *split++ ? sheet_by_sheet(reference, from) : std::vector<Reference>{};
    });
}

std::vector<Reference> References::sheet_by_sheet(const Reference& reference, const Standpoint& from) const {
    if (!reference.last || !reference.last->sheet || is_whole(reference, m_axis)) return {};
    auto sheet = sheet_of(reference.first, from.sheet);
    auto end = sheet_of(*reference.last, from.sheet);
    if (!sheet || !end) return {};
    if (*end < *sheet) std::swap(sheet, end);
    std::vector<Reference> references;
    for (auto at = *sheet; at <= *end; ++at) {
        Reference one = reference;
        one.first.sheet = m_plans[at].sheet.name;
        one.last->sheet.reset();
        one.last->sheet_absolute = false;
        rewrite(one, true, from);
        if (*one.last == CellRef{{},
                                 false,
                                 one.first.column,
                                 one.first.row,
                                 one.first.column_absolute,
                                 one.first.row_absolute,
                                 one.first.broken})
            one.last.reset();
        references.push_back(std::move(one));
    }
    return references;
}

bool References::spans_unlike_sheets(const Reference& reference, const Standpoint& from) const {
    const auto all = sheet_by_sheet(reference, from);
    return std::any_of(all.begin(), all.end(), [&](const Reference& each) {
        return each.last != all.front().last ||
               line_of(each.first, m_axis) != line_of(all.front().first, m_axis);
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
    if (!sheet || is_whole(range, m_axis) || range.first.broken || !m_plans[*sheet].grows()) return {range};
    const auto start = line_of(range.first, m_axis);
    const auto end = range.last ? line_of(*range.last, m_axis) : start;
    std::vector<Reference> grown;
    for (const auto& lines : m_plans[*sheet].lines) {
        const auto first = std::max(lines.first, start);
        const auto last = std::min(lines.first + lines.count - 1, end);
        if (first > last) continue;
        const auto at = lines.at + (first - lines.first);
        const auto to = std::min(at + (last - first), lines_of_sheet(m_axis) - 1);
        if (at > to) break;
        if (!grown.empty() && line_of(*grown.back().last, m_axis) + 1 == at) {
            line_of(*grown.back().last, m_axis) = to;
            continue;
        }
        Reference next = range;
        if (!next.last) next.last = next.first;
        line_of(next.first, m_axis) = at;
        line_of(*next.last, m_axis) = to;
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

void note_wanted(std::vector<SheetPlan>& plans, std::size_t sheet, std::int32_t from,
                 const Reference& reference) {
    SheetPlan& plan = plans[sheet];
    const auto here = plan.sheet.block_of(from);
    if (here == 0 || is_whole(reference, plan.axis) || reference.first.broken) return;
    const auto note = [&](const CellRef& cell) {
        const auto line = line_of(cell, plan.axis);
        if (is_fixed(cell, plan.axis) || (cell.sheet && *cell.sheet != plan.sheet.name)) return;
        auto block = here;
        const auto& blocks = plan.sheet.blocks;
        while (block != 0 && (line < blocks[block].first || line > blocks[block].last))
            block = blocks[block].parent;
        while (block != 0) {
            const auto item = plan.item_of(block, line);
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
