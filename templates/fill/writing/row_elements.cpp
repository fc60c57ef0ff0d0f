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

bool is_row_or_group(pugi::xml_node node) {
    return node.type() == pugi::node_element && (is_row(node) || node.find_node(is_row));
}

/// Whether `inner` is the first (or last) row element that `outer` holds.
bool is_edge(pugi::xml_node outer, pugi::xml_node inner, bool first) {
    for (auto node = inner; node != outer; node = node.parent())
        for (auto other = first ? node.previous_sibling() : node.next_sibling(); other;
             other = first ? other.previous_sibling() : other.next_sibling())
            if (is_row_or_group(other)) return false;
    return true;
}

pugi::xml_node row_holding(const TemplateSheet& sheet, std::int32_t row) {
    const auto after = std::upper_bound(sheet.rows.begin(), sheet.rows.end(), row,
                                        [](std::int32_t r, const RowEntry& each) { return r < each.first; });
    return (after - 1)->node;
}

} // namespace

BlockElements::BlockElements(const TemplateSheet& sheet, const Block& block) {
    const auto first = row_holding(sheet, block.first);
    const auto last = row_holding(sheet, block.last);
    const auto to_first = chain_of(first, sheet.table);
    const auto to_last = chain_of(last, sheet.table);
    std::size_t depth = 0;
    while (depth + 1 < std::min(to_first.size(), to_last.size()) && to_first[depth] == to_last[depth])
        ++depth;
    m_first = to_first[depth];
    m_last = to_last[depth];
    m_parent = m_first.parent();
    if (!is_edge(m_first, first, true) || !is_edge(m_last, last, false) ||
        (m_first != m_last && (std::string_view(m_first.name()) == "table:table-header-rows" ||
                               std::string_view(m_last.name()) == "table:table-header-rows")))
        throw Error(block.place, "a block that cuts through a group of rows or the repeated header rows",
                    "a block inside them, or around them",
                    "move {{#each}} or {{/each}}, or change the group");
}

std::vector<pugi::xml_node> BlockElements::groups_around(pugi::xml_node row) const {
    auto chain = chain_of(row, m_parent);
    chain.pop_back();
    return chain;
}

pugi::xml_node BlockElements::add(pugi::xml_node row) {
    const auto groups = groups_around(row);
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
    return m_open.empty() ? m_parent.insert_copy_before(row, m_first) : m_open.back().second.append_copy(row);
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
    std::int32_t column = 0;
    struct Columns : pugi::xml_tree_walker {
        std::vector<pugi::xml_node> found;
        bool for_each(pugi::xml_node& node) override {
            if (std::string_view(node.name()) == "table:table-column") found.push_back(node);
            return true;
        }
    };
    for (auto child : table.children()) {
        const std::string_view name = child.name();
        if (!name.starts_with("table:table-column") && name != "table:table-header-columns") continue;
        Columns columns;
        if (name == "table:table-column")
            columns.found.push_back(child);
        else
            child.traverse(columns);
        for (const auto each : columns.found) {
            column =
                std::min(column + repeat_of(each, "table:number-columns-repeated"), formulas::sheet_columns);
            styles[column - 1] = each.attribute("table:default-cell-style-name").value();
        }
    }
    return styles;
}

void blank_row(pugi::xml_node row) {
    set_attribute(row, "table:visibility", "collapse");
    for_each_cell(row, [](pugi::xml_node cell, std::int32_t, std::int32_t) {
        clear_value(cell);
        cell.remove_attribute("table:content-validation-name");
        cell.remove_children();
    });
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
