// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/linked_parts.hpp"

#include "templates/odf/embedded.hpp"
#include "templates/odf/tree.hpp"

#include <set>
#include <string>

namespace termbook::fill {

namespace {

/// Calls `change` with the tree of each embedded document's content, and keeps what it makes of it.
void for_each_object(odf::Document& document, const std::function<void(pugi::xml_node)>& change) {
    for (auto& [path, bytes] : document.parts()) {
        if (!path.ends_with("/content.xml")) continue;
        pugi::xml_document tree;
        odf::load_tree(tree, bytes);
        change(tree.document_element());
        bytes = odf::to_xml(tree);
    }
}

bool is_table(pugi::xml_node node) {
    return std::string_view(node.name()) == "table:table";
}

/// Calls `visit` with each tree that may hold addresses, those of the sheets apart.
void each_beside_sheets(odf::Document& document, const std::function<void(pugi::xml_node)>& visit) {
    for (const auto node : document.spreadsheet().children())
        if (!is_table(node)) visit(node);
    visit(document.cell_styles());
    if (document.page_styles() != document.cell_styles()) visit(document.page_styles());
    visit(document.common_styles());
    for_each_object(document, visit);
}

} // namespace

InlineCharts::InlineCharts(odf::Document& document) : m_document(document) {
    auto& parts = document.parts();
    std::set<std::string> folders;
    for (const auto table : tables_of(document.spreadsheet()))
        folders.merge(odf::put_in_charts(table, parts));
    m_any = !folders.empty();
    for (const auto& folder : folders)
        std::erase_if(parts, [&](const auto& part) { return part.first.starts_with(folder + "/"); });
}

void InlineCharts::move_out() {
    if (!m_any) return;
    const auto root = m_document.spreadsheet().parent().parent();
    for (const auto table : tables_of(m_document.spreadsheet()))
        odf::pull_out_objects(table, root, m_document.parts());
}

void rewrite_links_beside_sheets(odf::Document& document, const AddressRules& rules) {
    each_beside_sheets(document, [&](pugi::xml_node root) { rewrite_links(root, rules); });
}

void rewrite_document_links(odf::Document& document, const References& references) {
    if (!references.any_growth()) return;
    const auto& plans = references.plans();
    for (std::size_t sheet = 0; sheet < plans.size(); ++sheet)
        rewrite_links(plans[sheet].sheet.table, references, {sheet, 0});
    each_beside_sheets(document, [&](pugi::xml_node root) { rewrite_links(root, references, {}); });
}

void fill_document_texts(odf::Document& document, Texts& texts, const Scope& outermost,
                         const std::function<const Scope&(pugi::xml_node table)>& scope_of_sheet) {
    const auto place = [&](std::string where) { return SourcePos{document.name(), 0, 0, std::move(where)}; };
    for (const auto table : tables_of(document.spreadsheet())) {
        const auto where =
            "sheet '" + std::string(table.attribute("table:name").value()) + "', a shape or chart";
        for (const auto child : table.children())
            texts.fill(child, scope_of_sheet(table), place(where));
    }
    for (const auto page : document.master_styles().children())
        for (const auto region : page.children())
            texts.fill(region, outermost, place("a header or footer"));
    if (auto title = document.meta().child("dc:title"))
        texts.fill_plain(title, outermost, place("the document's title"));
    for_each_object(document, [&](pugi::xml_node root) { texts.fill(root, outermost, place("a chart")); });
}

} // namespace termbook::fill
