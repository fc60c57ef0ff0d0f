// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/columns/columns_writer.hpp"

#include "templates/fill/columns/kept_marks.hpp"
#include "templates/fill/columns/row_cells.hpp"
#include "templates/fill/layout/linked_ranges.hpp"
#include "templates/fill/reading/cell_text.hpp"
#include "templates/fill/writing/row_elements.hpp"

#include <algorithm>
#include <utility>

namespace termbook::fill {

void ColumnsWriter::write() {
    if (m_plan.grows()) {
        split_columns(m_plan);
        write_columns(m_plan);
    }
    for (const auto& row : m_plan.sheet.rows)
        write_row(row);
    if (m_plan.grows()) trim_columns(m_plan);
}

void ColumnsWriter::write_row(const RowEntry& row) {
    if (m_plan.grows()) {
        split_cells(row.node, m_plan);
        return repeat_cells(row);
    }
    for_each_cell(row.node, [&](pugi::xml_node cell, std::int32_t column, std::int32_t) {
        write_cell(cell, {row.first, column, column, 0, false});
    });
}

void ColumnsWriter::repeat_cells(const RowEntry& row) {
    std::vector<std::pair<std::int32_t, pugi::xml_node>> cells;
    for_each_cell(row.node, [&](pugi::xml_node cell, std::int32_t column, std::int32_t) {
        cells.emplace_back(column, cell);
    });
    std::vector<std::pair<pugi::xml_node, Place>> written;
    auto parent = row.node;
    for (const auto& lines : m_plan.lines) {
        const bool of_sheet = lines.instance == 0 && !lines.hidden;
        auto at = std::lower_bound(cells.begin(), cells.end(), lines.first,
                                   [](const auto& cell, std::int32_t column) { return cell.first < column; });
        for (; at != cells.end() && at->first < lines.first + lines.count; ++at) {
            const Place place{row.first, at->first, lines.at + (at->first - lines.first), lines.instance,
                              lines.hidden};
            written.emplace_back(of_sheet ? parent.append_move(at->second) : parent.append_copy(at->second),
                                 place);
        }
    }
    for (const auto& [column, cell] : cells)
        if (m_plan.sheet.block_of(column) != 0) parent.remove_child(cell);
    for (const auto& [cell, place] : written)
        write_cell(cell, place);
}

void ColumnsWriter::write_cell(pugi::xml_node cell, const Place& place) {
    const bool carries_merge = merge(cell, place);
    keep_marks(cell, place, carries_merge);
    if (place.hidden) return;
    const Standpoint from{m_sheet, place.instance};
    for (const auto child : cell.children())
        rewrite_links(child, m_references, from);
    const auto text = cell.attribute("table:formula");
    if (!text) return;
    if (auto formula = parse_formula(text.value())) {
        m_references.rewrite(*formula, from);
        set_attribute(cell, "table:formula", formula->to_open_formula());
    } else {
        set_attribute(cell, "table:formula", m_references.rewrite_expression(text.value(), from));
    }
}

/// Whether the cell now carries a merge that reaches beyond its block.
bool ColumnsWriter::merge(pugi::xml_node cell, const Place& place) {
    if (!m_plan.grows()) return false;
    const auto columns = repeat_of(cell, "table:number-columns-spanned");
    if (is_covered(place)) {
        if (std::string_view(cell.name()) != "table:covered-table-cell") cover(cell);
        return false;
    }
    if (columns == 1) return false;
    // A merge that reaches beyond the block is one merge around all its instances, carried by the first.
    const auto last = place.template_column + columns - 1;
    const auto around = common_instance(m_plan, place.instance, last);
    const auto end = placed_line(m_plan, around, last, Edge::last);
    if (!end) return false;
    set_attribute(cell, "table:number-columns-spanned", std::to_string(*end - place.column + 1));
    m_merges.push_back({place.column, *end, place.row + repeat_of(cell, "table:number-rows-spanned") - 1});
    return around != place.instance;
}

bool ColumnsWriter::is_covered(const Place& place) const {
    return std::any_of(m_merges.begin(), m_merges.end(), [&](const Merge& merge) {
        return place.column >= merge.first && place.column <= merge.last && place.row <= merge.last_row;
    });
}

void ColumnsWriter::keep_marks(pugi::xml_node cell, const Place& place, bool carries_merge) const {
    if (!m_plan.grows()) return;
    const auto* const marked = marked_at(place.row, place.template_column);
    const auto is_at = [&](Edge edge) {
        return placed_line(m_plan, 0, place.template_column, edge) == place.column;
    };
    if (marked != nullptr && !text_of(cell).empty())
        keep_block_marks(cell, *marked,
                         {.opening = is_at(Edge::first),
                          .closing = carries_merge || is_at(Edge::last),
                          .others = !place.hidden});
    if (!place.hidden) return;
    if (marked == nullptr || text_of(cell).empty()) blank_cell(cell);
}

const MarkedCell* ColumnsWriter::marked_at(std::int32_t row, std::int32_t column) const {
    const auto& cells = m_marked.cells;
    const auto found = std::lower_bound(
        cells.begin(), cells.end(), std::pair(row, column),
        [](const MarkedCell& each, const auto& place) { return std::pair(each.row, each.column) < place; });
    return found != cells.end() && found->row == row && found->column == column ? &*found : nullptr;
}

} // namespace termbook::fill
