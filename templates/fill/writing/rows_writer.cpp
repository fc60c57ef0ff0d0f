// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/rows_writer.hpp"

#include "templates/fill/layout/linked_ranges.hpp"
#include "templates/fill/writing/row_elements.hpp"

#include <algorithm>

namespace termbook::fill {

RowsWriter::RowsWriter(std::size_t sheet, const References& references, CellWriter& cells,
                       FilledFormulas& formulas, Texts& texts, Scopes& scopes)
    : m_sheet(sheet), m_references(references), m_plan(references.plans()[sheet]), m_cells(cells),
      m_formulas(formulas), m_texts(texts), m_scopes(scopes),
      m_column_styles(column_styles(m_plan.sheet.table)) {
    compile();
}

void RowsWriter::compile() {
    for (const auto& entry : m_plan.sheet.rows) {
        Row row{entry, m_plan.sheet.block_of(entry.first), {}};
        std::size_t nth = 0;
        for_each_cell(entry.node, [&](pugi::xml_node cell, std::int32_t column, std::int32_t) {
            auto task = compile(cell, nth++, column, row);
            if (task.formula || task.marked || task.rows_spanned > 1 || task.has_drawing || task.has_link)
                row.tasks.push_back(std::move(task));
        });
        m_rows.push_back(std::move(row));
    }
}

RowsWriter::Task RowsWriter::compile(pugi::xml_node cell, std::size_t nth, std::int32_t column,
                                     const Row& row) const {
    Task task;
    task.nth = nth;
    task.column = column;
    task.rows_spanned = repeat_of(cell, "table:number-rows-spanned");
    task.has_drawing = holds_drawing(cell);
    task.has_link = holds_link(cell);
    if (const auto formula = cell.attribute("table:formula")) task.formula = parse_formula(formula.value());
    const auto& own = m_plan.cells[row.block];
    const auto& cells = m_plan.sheet.cells;
    const auto found = std::lower_bound(own.begin(), own.end(), std::pair(row.entry.first, column),
                                        [&](std::size_t index, const auto& place) {
                                            return std::pair(cells[index].row, cells[index].column) < place;
                                        });
    if (found != own.end() && cells[*found].node == cell)
        task.marked = static_cast<std::size_t>(found - own.begin());
    return task;
}

std::vector<RowsWriter::Row>::const_iterator RowsWriter::row_at(std::int32_t row) const {
    const auto after = std::upper_bound(m_rows.begin(), m_rows.end(), row,
                                        [](std::int32_t r, const Row& each) { return r < each.entry.first; });
    return after == m_rows.begin() ? m_rows.end() : after - 1;
}

void RowsWriter::write() {
    const auto& rows = m_plan.lines;
    for (std::size_t i = 0; i < rows.size();) {
        const OutLines& out = rows[i];
        const bool of_sheet = out.instance == 0 && !out.hidden;
        if (of_sheet) {
            for (auto row = row_at(out.first);
                 row != m_rows.end() && row->entry.first < out.first + out.count; ++row)
                if (row->entry.first >= out.first)
                    write_row(row->entry.node, *row, out, row->entry.first - out.first);
            ++i;
            continue;
        }
        const auto outermost = m_plan.item_of(0, out.first);
        std::size_t end = i;
        while (end < rows.size() && (rows[end].instance != 0 || rows[end].hidden) &&
               m_plan.item_of(0, rows[end].first) == outermost)
            ++end;
        write_block(rows.data() + i, rows.data() + end);
        i = end;
    }
    if (m_plan.grows()) trim_rows(m_plan.sheet);
}

void RowsWriter::write_block(const OutLines* begin, const OutLines* end) {
    const auto& item = m_plan.items[0][m_plan.item_of(0, begin->first)];
    const Block& block = m_plan.sheet.blocks[m_plan.sheet.blocks[0].children[*item.child]];
    BlockElements elements(m_plan.sheet.table, m_plan.sheet.rows, block);
    for (const OutLines* out = begin; out != end; ++out) {
        for (auto row = row_at(out->first); row != m_rows.end() && row->entry.first < out->first + out->count;
             ++row)
            write_row(elements.add(row->entry.node), *row, *out, row->entry.first - out->first);
    }
    elements.finish();
}

void RowsWriter::write_row(pugi::xml_node node, const Row& row, const OutLines& out, std::int32_t skipped) {
    if (out.hidden) blank_row(node);
    if (row.tasks.empty()) return;
    const auto at = out.at + skipped;
    std::size_t nth = 0;
    auto task = row.tasks.begin();
    for_each_cell(node, [&](pugi::xml_node cell, std::int32_t, std::int32_t) {
        if (task == row.tasks.end() || task->nth != nth++) return;
        write_cell(cell, *task++, row, out, at);
    });
}

void RowsWriter::write_cell(pugi::xml_node cell, const Task& task, const Row& row, const OutLines& out,
                            std::int32_t at) {
    if (task.rows_spanned > 1) merge(cell, task, row, out, at);
    if (out.hidden) return;
    const Standpoint from{m_sheet, out.instance};
    const Instance& instance = m_plan.instances[out.instance];
    if (task.has_drawing) {
        const auto& scope = m_scopes.crossing(*instance.scope, m_plan.sheet.origin.at(task.column).scope);
        for (const auto child : cell.children())
            write_drawing(child, from, scope);
    }
    if (task.has_link)
        for (const auto child : cell.children("text:p"))
            rewrite_links(child, m_references, from);
    if (task.formula) {
        auto formula = *task.formula;
        if (m_references.any_growth()) {
            m_references.rewrite(formula, from);
            set_attribute(cell, "table:formula", formula.to_open_formula());
        }
        m_formulas.keep(cell, std::move(formula));
    } else if (const auto formula = cell.attribute("table:formula")) {
        set_attribute(cell, "table:formula", m_references.rewrite_expression(formula.value(), from));
    }
    if (!task.marked) return;
    const MarkedCell& marked = m_plan.sheet.cells[m_plan.cells[row.block][*task.marked]];
    if (m_cells.write(cell, marked, instance.cells[*task.marked], instance.live, style_of(cell, task.column)))
        m_formulas.settle(cell);
}

void RowsWriter::write_drawing(pugi::xml_node node, const Standpoint& from, const Scope& scope) {
    if (!std::string_view(node.name()).starts_with("draw:")) return;
    rewrite_links(node, m_references, from);
    m_texts.fill(node, scope, {{}, 0, 0, "sheet '" + m_plan.sheet.name + "', a shape or chart"});
}

void RowsWriter::merge(pugi::xml_node cell, const Task& task, const Row& row, const OutLines& out,
                       std::int32_t at) {
    if (!m_plan.grows()) return;
    // A merge that reaches beyond the block is one merge around all its instances, carried by the first.
    const auto last = row.entry.first + task.rows_spanned - 1;
    const auto around = common_instance(m_plan, out.instance, last);
    const auto end = placed_line(m_plan, around, last, Edge::last);
    if (placed_line(m_plan, around, row.entry.first, Edge::first) != at || !end) return cover(cell);
    set_attribute(cell, "table:number-rows-spanned", std::to_string(*end - at + 1));
}

std::string RowsWriter::style_of(pugi::xml_node cell, std::int32_t column) const {
    if (const auto own = cell.attribute("table:style-name")) return own.value();
    if (const auto of_row = cell.parent().attribute("table:default-cell-style-name")) return of_row.value();
    const auto found = m_column_styles.lower_bound(column);
    return found == m_column_styles.end() ? std::string() : found->second;
}

} // namespace termbook::fill
