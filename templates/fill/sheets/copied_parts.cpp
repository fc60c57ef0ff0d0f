// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/sheets/copied_parts.hpp"

#include "templates/fill/reading/sheet_rows.hpp"
#include "templates/fill/writing/row_elements.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <sstream>

namespace termbook::fill {

namespace {

/// A name like `stem` that no child of `parent` has.
std::string free_name(pugi::xml_node parent, const char* element, const char* attribute,
                      const std::string& stem) {
    for (int nth = 2;; ++nth)
        if (auto name = fmt::format("{}_{}", stem, nth);
            !parent.find_child_by_attribute(element, attribute, name.c_str()))
            return name;
}

std::string text_of_element(pugi::xml_node node) {
    std::ostringstream text;
    node.print(text, "", pugi::format_raw);
    return text.str();
}

pugi::xml_node copy_behind(pugi::xml_node node, const std::string& name) {
    auto copy = node.parent().insert_copy_after(node, node);
    set_attribute(copy, "table:name", name);
    return copy;
}

void copy_validations(pugi::xml_node spreadsheet, pugi::xml_node table, const CopyRules& rules) {
    constexpr const char* used = "table:content-validation-name";
    auto all = spreadsheet.child("table:content-validations");
    std::map<std::string, std::string> names;
    for (const auto& row : rows_of(table))
        for_each_cell(row.node, [&](pugi::xml_node cell, std::int32_t, std::int32_t) {
            const std::string name = cell.attribute(used).value();
            const auto validation =
                all.find_child_by_attribute("table:content-validation", "table:name", name.c_str());
            if (name.empty() || !validation) return;
            auto& own = names[name];
            if (own.empty()) {
                own = free_name(all, "table:content-validation", "table:name", name);
                rewrite_links(copy_behind(validation, own), rules);
            }
            set_attribute(cell, used, own);
        });
}

/// Whether the rules of a copy make something else of the element than those of the document.
bool means_copy(pugi::xml_node node, const CopyRules& rules, const CopyRules& of_document) {
    pugi::xml_document both;
    auto here = both.append_copy(node);
    rewrite_links(here, rules);
    auto elsewhere = both.append_copy(node);
    rewrite_links(elsewhere, of_document);
    return text_of_element(here) != text_of_element(elsewhere);
}

void copy_database_ranges(pugi::xml_node spreadsheet, const CopyRules& rules, const CopyRules& of_document) {
    auto all = spreadsheet.child("table:database-ranges");
    const auto ranges = all.children("table:database-range");
    for (const auto range : std::vector<pugi::xml_node>(ranges.begin(), ranges.end())) {
        if (!means_copy(range, rules, of_document)) continue;
        const auto name =
            free_name(all, "table:database-range", "table:name", range.attribute("table:name").value());
        rewrite_links(copy_behind(range, name), rules);
    }
}

pugi::xml_node local_names(pugi::xml_node table) {
    if (const auto names = table.child("table:named-expressions")) return names;
    const auto formats = table.child("calcext:conditional-formats");
    return formats ? table.insert_child_before("table:named-expressions", formats)
                   : table.append_child("table:named-expressions");
}

void copy_names(pugi::xml_node spreadsheet, pugi::xml_node table, const CopyRules& rules,
                const CopyRules& of_document) {
    for (const auto name : spreadsheet.child("table:named-expressions").children()) {
        if (!means_copy(name, rules, of_document)) continue;
        auto own = local_names(table);
        if (own.find_child_by_attribute("table:name", name.attribute("table:name").value())) continue;
        rewrite_links(own.append_copy(name), rules);
    }
}

/// The views' entries for sheets.
void each_view(pugi::xml_node node, const std::string& sheet, const SheetCopies& copies) {
    for (auto child = node.first_child(); child; child = child.next_sibling()) {
        const std::string_view name = child.attribute("config:name").value();
        if (name == "ActiveTable" && child.child_value() == sheet)
            child.text() = copies.names.front().c_str();
        if (name != "Tables") {
            each_view(child, sheet, copies);
            continue;
        }
        auto entry = child.find_child_by_attribute("config:name", sheet.c_str());
        for (std::size_t nth = copies.names.size(); entry && nth-- > 0;) {
            auto own = nth == 0 ? entry : child.insert_copy_after(entry, entry);
            set_attribute(own, "config:name", copies.names[nth]);
        }
    }
}

} // namespace

void rewrite_sheet(pugi::xml_node table, const CopyRules& rules) {
    rewrite_links(table, rules);
    for (const auto& row : rows_of(table))
        for_each_cell(row.node, [&](pugi::xml_node cell, std::int32_t, std::int32_t) {
            if (const auto formula = cell.attribute("table:formula"))
                set_attribute(cell, "table:formula", rules.formula(formula.value()));
            for (const auto child : cell.children())
                if (child.type() == pugi::node_element) rewrite_links(child, rules);
        });
}

void copy_parts(odf::Document& document, pugi::xml_node table, const CopyRules& rules,
                const CopyRules& of_document) {
    const auto spreadsheet = document.spreadsheet();
    copy_validations(spreadsheet, table, rules);
    copy_database_ranges(spreadsheet, rules, of_document);
    copy_names(spreadsheet, table, rules, of_document);
}

void copy_views(odf::Document& document, const std::string& sheet, const SheetCopies& copies) {
    each_view(document.settings(), sheet, copies);
}

void empty_sheet(odf::Document& document, pugi::xml_node table) {
    for (const auto& row : rows_of(table))
        for_each_cell(row.node, [](pugi::xml_node cell, std::int32_t, std::int32_t) { blank_cell(cell); });
    table.remove_child("table:shapes");
    table.remove_child("office:forms");
    table.remove_attribute("table:print-ranges");
    set_attribute(table, "table:print", "false");
    auto styles = document.cell_styles();
    const std::string shown = table.attribute("table:style-name").value();
    const auto style = styles.find_child_by_attribute("style:style", "style:name", shown.c_str());
    auto hidden = style ? styles.append_copy(style) : styles.append_child("style:style");
    const auto name = free_name(styles, "style:style", "style:name", "tbHidden");
    set_attribute(hidden, "style:name", name);
    set_attribute(hidden, "style:family", "table");
    auto properties = hidden.child("style:table-properties");
    if (!properties) properties = hidden.append_child("style:table-properties");
    set_attribute(properties, "table:display", "false");
    set_attribute(table, "table:style-name", name);
}

} // namespace termbook::fill
