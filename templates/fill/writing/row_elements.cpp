// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/row_elements.hpp"

#include "templates/fill/writing/cell_writer.hpp"
#include "templates/formulas/address.hpp"

#include <algorithm>

namespace termbook::fill {

namespace {

/// The elements from the row's own up to just below the table, outermost first.
std::vector<pugi::xml_node> chain_of(pugi::xml_node row, pugi::xml_node table) {
    std::vector<pugi::xml_node> chain;
    for (auto node = row; node != table; node = node.parent())
        chain.push_back(node);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

bool is_line(pugi::xml_node node) {
    return is_row(node) || is_column(node);
}

bool is_line_or_group(pugi::xml_node node) {
    return node.type() == pugi::node_element && (is_line(node) || node.find_node(is_line));
}

bool is_header(pugi::xml_node node) {
    const std::string_view name = node.name();
    return name == "table:table-header-rows" || name == "table:table-header-columns";
}

/// Whether `inner` is the first (or last) row or column element that `outer` holds.
bool is_edge(pugi::xml_node outer, pugi::xml_node inner, bool first) {
    for (auto node = inner; node != outer; node = node.parent())
        for (auto other = first ? node.previous_sibling() : node.next_sibling(); other;
             other = first ? other.previous_sibling() : other.next_sibling())
            if (is_line_or_group(other)) return false;
    return true;
}

pugi::xml_node holding(const std::vector<RowEntry>& lines, std::int32_t line) {
    const auto after =
        std::upper_bound(lines.begin(), lines.end(), line,
                         [](std::int32_t at, const RowEntry& each) { return at < each.first; });
    return (after - 1)->node;
}

} // namespace

BlockElements::BlockElements(pugi::xml_node table, const std::vector<RowEntry>& lines, const Block& block) {
    const auto first = holding(lines, block.first);
    const auto last = holding(lines, block.last);
    const auto to_first = chain_of(first, table);
    const auto to_last = chain_of(last, table);
    std::size_t depth = 0;
    while (depth + 1 < std::min(to_first.size(), to_last.size()) && to_first[depth] == to_last[depth])
        ++depth;
    m_first = to_first[depth];
    m_last = to_last[depth];
    m_parent = m_first.parent();
    if (is_edge(m_first, first, true) && is_edge(m_last, last, false) &&
        (m_first == m_last || !(is_header(m_first) || is_header(m_last))))
        return;
    const bool rows = is_row(first);
    throw Error(block.place,
                rows ? "a block that cuts through a group of rows or the repeated header rows"
                     : "a block that cuts through a group of columns or the repeated header columns",
                "a block inside them, or around them", "move {{#each}} or {{/each}}, or change the group");
}

std::vector<pugi::xml_node> BlockElements::groups_around(pugi::xml_node line) const {
    auto chain = chain_of(line, m_parent);
    chain.pop_back();
    return chain;
}

pugi::xml_node BlockElements::add(pugi::xml_node line) {
    const auto groups = groups_around(line);
    std::size_t same = 0;
    while (same < std::min(groups.size(), m_open.size()) && m_open[same].first == groups[same])
        ++same;
    m_open.resize(same);
    for (std::size_t i = same; i < groups.size(); ++i) {
        auto copy = m_open.empty() ? m_parent.insert_child_before(groups[i].name(), m_first)
                                   : m_open.back().second.append_child(groups[i].name());
        for (const auto attribute : groups[i].attributes())
            copy.append_copy(attribute);
        m_open.emplace_back(groups[i], copy);
    }
    return m_open.empty() ? m_parent.insert_copy_before(line, m_first)
                          : m_open.back().second.append_copy(line);
}

void BlockElements::finish() {
    for (auto node = m_first; node;) {
        const auto following = node == m_last ? pugi::xml_node() : node.next_sibling();
        m_parent.remove_child(node);
        node = following;
    }
}

std::map<std::int32_t, std::string> column_styles(pugi::xml_node table) {
    std::map<std::int32_t, std::string> styles;
    for (const auto& column : columns_of(table))
        styles[std::min(column.first + column.repeat, formulas::sheet_columns) - 1] =
            column.node.attribute("table:default-cell-style-name").value();
    return styles;
}

void blank_row(pugi::xml_node row) {
    set_attribute(row, "table:visibility", "collapse");
    for_each_cell(row, [](pugi::xml_node cell, std::int32_t, std::int32_t) { blank_cell(cell); });
}

void blank_cell(pugi::xml_node cell) {
    clear_value(cell);
    cell.remove_attribute("table:content-validation-name");
    cell.remove_children();
}

void cover(pugi::xml_node cell) {
    clear_value(cell);
    cell.remove_children();
    for (const auto* const name : {"table:number-rows-spanned", "table:number-columns-spanned"})
        cell.remove_attribute(name);
    cell.set_name("table:covered-table-cell");
}

bool holds_drawing(pugi::xml_node cell) {
    for (const auto child : cell.children())
        if (std::string_view(child.name()).starts_with("draw:")) return true;
    return false;
}

bool holds_link(pugi::xml_node cell) {
    for (const auto paragraph : cell.children("text:p"))
        if (paragraph.find_node(
                [](pugi::xml_node node) { return std::string_view(node.name()) == "text:a"; }))
            return true;
    return false;
}

std::optional<formulas::Formula> parse_formula(std::string_view text) {
    try {
        return formulas::Formula::parse_open_formula(text);
    } catch (const Error&) {
        return std::nullopt;
    }
}

void trim_rows(const TemplateSheet& sheet) {
    auto rows = rows_of(sheet.table);
    while (!rows.empty() && rows.back().first + rows.back().repeat > formulas::sheet_rows) {
        auto& row = rows.back();
        const auto kept = std::max(0, formulas::sheet_rows - row.first);
        for (const auto cell : row.node.children())
            if (cell.first_child() || cell.attribute("office:value-type") || cell.attribute("table:formula"))
                throw Error(sheet.blocks.back().place, "a sheet that would pass its last row",
                            "at most 1,048,576 rows in a sheet", "add limit=… to the block");
        if (kept > 0)
            set_attribute(row.node, "table:number-rows-repeated", std::to_string(kept));
        else
            row.node.parent().remove_child(row.node);
        if (kept > 0) break;
        rows.pop_back();
    }
}

} // namespace termbook::fill
