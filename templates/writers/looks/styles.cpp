// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/looks/styles.hpp"

#include "templates/writers/looks/number_format.hpp"

#include <algorithm>

namespace termbook::writers {

namespace {

constexpr std::string_view cell_family = "table-cell";
constexpr std::string_view default_style = "Default";

std::string key(std::string_view family, std::string_view name) {
    return std::string(family).append(" ").append(name);
}

} // namespace

Styles::Styles(const odf::Document& document)
    : m_fonts(document.font_faces(), document.common_styles().parent().child("office:font-face-decls")) {
    for (const auto& section : {document.cell_styles(), document.page_styles(), document.common_styles()}) {
        for (const auto& style : section.children()) {
            const std::string_view kind = style.name();
            const char* name = style.attribute("style:name").value();
            const char* family = style.attribute("style:family").value();
            if (kind == "style:style") {
                m_styles.emplace(key(family, name), style);
                const auto shown = style.attribute("style:display-name");
                if (shown && family == cell_family) m_shown_names.emplace(shown.value(), name);
            } else if (kind == "style:default-style")
                m_defaults.emplace(family, style);
            else if (kind.starts_with("number:"))
                m_data_styles.emplace(name, style);
            else if (kind == "style:page-layout")
                m_styles.emplace(key("page-layout", name), style);
        }
    }
}

pugi::xml_node Styles::find(std::string_view family, std::string_view name) const {
    const auto known = m_styles.find(key(family, name));
    return known == m_styles.end() ? pugi::xml_node() : known->second;
}

/// From the style to its family's default; a ring of parents ends where it closes.
std::vector<pugi::xml_node> Styles::chain(std::string_view family, std::string_view name) const {
    std::vector<pugi::xml_node> styles;
    for (auto style = find(family, name);
         style && std::find(styles.begin(), styles.end(), style) == styles.end();
         style = find(family, style.attribute("style:parent-style-name").value()))
        styles.push_back(style);
    if (const auto base = m_defaults.find(std::string(family)); base != m_defaults.end())
        styles.push_back(base->second);
    return styles;
}

std::string Styles::number_format(const std::vector<pugi::xml_node>& styles) const {
    for (const auto& style : styles) {
        const auto name = style.attribute("style:data-style-name");
        if (!name) continue;
        const auto find_data_style = [&](std::string_view wanted) {
            const auto known = m_data_styles.find(std::string(wanted));
            return known == m_data_styles.end() ? pugi::xml_node() : known->second;
        };
        const auto data_style = find_data_style(name.value());
        const auto code = data_style ? number_format_code(data_style, find_data_style) : "General";
        return code == "General" ? "" : code;
    }
    return {};
}

const Look& Styles::cell_look(const std::string& name) {
    const auto known = m_looks.find(name);
    if (known != m_looks.end()) return known->second;
    auto styles = chain(cell_family, find(cell_family, name) ? std::string_view(name) : default_style);
    Look look;
    for (auto style = styles.rbegin(); style != styles.rend(); ++style)
        apply_style(look, *style, m_fonts);
    look.number_format = number_format(styles);
    return m_looks.emplace(name, std::move(look)).first->second;
}

Look Styles::conditional_look(const std::string& name) const {
    const auto shown = m_shown_names.find(name);
    auto styles = chain(cell_family, shown == m_shown_names.end() ? name : shown->second);
    std::erase_if(styles, [](pugi::xml_node style) {
        return style.attribute("style:name").value() == default_style ||
               std::string_view(style.name()) == "style:default-style";
    });
    Look look;
    for (auto style = styles.rbegin(); style != styles.rend(); ++style)
        apply_style(look, *style, m_fonts);
    look.number_format = number_format(styles);
    return look;
}

Letters Styles::text_letters(const std::string& name, Letters letters) const {
    auto styles = chain("text", name);
    std::erase_if(
        styles, [](pugi::xml_node style) { return std::string_view(style.name()) == "style:default-style"; });
    for (auto style = styles.rbegin(); style != styles.rend(); ++style)
        apply_text_properties(letters, style->child("style:text-properties"), m_fonts);
    return letters;
}

pugi::xml_attribute Styles::property(std::string_view family, std::string_view name, const char* element,
                                     const char* attribute) const {
    for (const auto& style : chain(family, name))
        if (const auto found = style.child(element).attribute(attribute)) return found;
    return {};
}

} // namespace termbook::writers
