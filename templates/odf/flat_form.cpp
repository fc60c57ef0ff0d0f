// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/flat_form.hpp"

#include "templates/odf/tree.hpp"

#include <map>
#include <set>
#include <sstream>
#include <string>

namespace termbook::odf {

namespace {

void copy_children(pugi::xml_node to, pugi::xml_node from) {
    for (const auto& child : from.children())
        to.append_copy(child);
}

std::string text_of(pugi::xml_node node) {
    std::ostringstream out;
    node.print(out, "", pugi::format_raw);
    return out.str();
}

std::map<std::string, std::string> named_children(pugi::xml_node section) {
    std::map<std::string, std::string> known;
    for (const auto& child : section.children())
        if (const auto name = child.attribute("style:name")) known[name.value()] += text_of(child);
    return known;
}

class Renaming : public pugi::xml_tree_walker {
  public:
    explicit Renaming(const std::map<std::string, std::string>& names) : m_names(names) {}

    bool for_each(pugi::xml_node& node) override {
        for (auto& attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            if (!name.ends_with("style-name") && name != "style:name" && name != "style:page-layout-name")
                continue;
            if (const auto known = m_names.find(attribute.value()); known != m_names.end())
                attribute = known->second.c_str();
        }
        return true;
    }

  private:
    const std::map<std::string, std::string>& m_names;
};

/// Adds what `to` does not hold by name. What it holds by the same name with other content is renamed, there
/// and in `users`.
void merge_named(pugi::xml_node to, pugi::xml_node from, pugi::xml_node users) {
    const auto taken = named_children(to);
    const auto coming = named_children(from);
    std::map<std::string, std::string> renamed;
    std::set<std::string> same;
    for (const auto& [name, text] : coming) {
        const auto known = taken.find(name);
        if (known == taken.end()) continue;
        if (known->second == text) {
            same.insert(name);
            continue;
        }
        std::string fresh = name + "_page";
        while (taken.contains(fresh) || coming.contains(fresh))
            fresh += "_";
        renamed.emplace(name, fresh);
    }
    Renaming renaming(renamed);
    for (const auto& child : from.children()) {
        if (same.contains(child.attribute("style:name").value())) continue;
        auto copy = to.append_copy(child);
        if (renamed.empty()) continue;
        renaming.for_each(copy);
        copy.traverse(renaming);
    }
    if (!renamed.empty()) users.traverse(renaming);
}

bool is_page_layout(pugi::xml_node style) {
    return std::string_view(style.name()) == "style:page-layout";
}

bool is_table_style(pugi::xml_node style) {
    return std::string_view(style.attribute("style:family").value()).starts_with("table");
}

} // namespace

void gather(pugi::xml_node flat, const Roots& parts) {
    for (const auto& root : {parts.content, parts.styles, parts.meta, parts.settings})
        copy_namespaces(flat, root);
    for (const auto& [root, section] : {std::pair{parts.meta, "office:meta"},
                                        {parts.settings, "office:settings"},
                                        {parts.content, "office:scripts"},
                                        {parts.styles, "office:styles"},
                                        {parts.styles, "office:master-styles"},
                                        {parts.content, "office:body"}})
        if (const auto from = root.child(section)) copy_children(make_section(flat, section), from);
    const auto masters = flat.child("office:master-styles");
    for (const char* section : {"office:font-face-decls", "office:automatic-styles"}) {
        const auto to = make_section(flat, section);
        copy_children(to, parts.content.child(section));
        merge_named(to, parts.styles.child(section), masters);
    }
}

void spread(pugi::xml_node flat, const Roots& parts) {
    for (auto root : {parts.content, parts.styles, parts.meta, parts.settings}) {
        copy_namespaces(root, flat);
        declare_namespaces(root);
    }
    for (const auto& [root, section] : {std::pair{parts.meta, "office:meta"},
                                        {parts.settings, "office:settings"},
                                        {parts.content, "office:scripts"},
                                        {parts.styles, "office:styles"},
                                        {parts.styles, "office:master-styles"},
                                        {parts.content, "office:body"},
                                        {parts.content, "office:font-face-decls"},
                                        {parts.styles, "office:font-face-decls"}})
        if (const auto from = flat.child(section)) copy_children(make_section(root, section), from);
    auto in_content = make_section(parts.content, "office:automatic-styles");
    auto in_styles = make_section(parts.styles, "office:automatic-styles");
    for (const auto& style : flat.child("office:automatic-styles").children()) {
        // Headers and footers may use any style of text; none uses a style of a table.
        if (!is_page_layout(style)) in_content.append_copy(style);
        if (!is_table_style(style)) in_styles.append_copy(style);
    }
}

} // namespace termbook::odf
