// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/cell_styles.hpp"

#include "templates/fill/reading/sheet_rows.hpp"

#include <fmt/format.h>

namespace termbook::fill {

namespace {

/// "General": a number style that says nothing about decimals.
bool is_general(pugi::xml_node data_style) {
    const auto number = data_style.child("number:number");
    return std::string_view(data_style.name()) == "number:number-style" && number && !number.next_sibling() &&
           !number.previous_sibling() && !number.attribute("number:decimal-places");
}

pugi::xml_node add_number_style(pugi::xml_node section, const std::string& name, const char* before,
                                int decimals, const char* after) {
    auto style = section.prepend_child("number:number-style");
    style.append_attribute("style:name") = name.c_str();
    if (*before != '\0') style.append_child("number:text").text() = before;
    auto number = style.append_child("number:number");
    number.append_attribute("number:decimal-places") = decimals;
    number.append_attribute("number:min-decimal-places") = decimals;
    number.append_attribute("number:min-integer-digits") = 1;
    if (decimals == 0) number.append_attribute("number:grouping") = "true";
    if (*after != '\0') style.append_child("number:text").text() = after;
    return style;
}

/// `+0.0;−0.0`, with plain 0.0 for nought.
void add_points_style(pugi::xml_node section, const std::string& name) {
    auto style = add_number_style(section, name, "", 1, "");
    const auto add_map = [&](const char* condition, const std::string& other) {
        auto map = style.append_child("style:map");
        map.append_attribute("style:condition") = condition;
        map.append_attribute("style:apply-style-name") = other.c_str();
    };
    add_map("value()>0", name + "P0");
    add_map("value()<0", name + "P1");
    add_number_style(section, name + "P0", "+", 1, "").append_attribute("style:volatile") = "true";
    add_number_style(section, name + "P1", "−", 1, "").append_attribute("style:volatile") = "true";
}

void add_date_style(pugi::xml_node section, const std::string& name) {
    auto style = section.prepend_child("number:date-style");
    style.append_attribute("style:name") = name.c_str();
    style.append_child("number:day");
    style.append_child("number:text").text() = " ";
    auto month = style.append_child("number:month");
    month.append_attribute("number:style") = "long";
    month.append_attribute("number:textual") = "true";
    style.append_child("number:text").text() = " ";
    style.append_child("number:year").append_attribute("number:style") = "long";
}

} // namespace

CellStyles::CellStyles(odf::Document& document) : m_automatic(document.cell_styles()) {
    index(document.common_styles());
    index(m_automatic);
}

void CellStyles::index(pugi::xml_node section) {
    for (const auto style : section.children()) {
        const std::string_view name = style.name();
        if (name == "style:style" &&
            std::string_view(style.attribute("style:family").value()) == "table-cell")
            m_styles[style.attribute("style:name").value()] = style;
        else if (name.starts_with("number:"))
            m_data_styles[style.attribute("style:name").value()] = style;
    }
}

pugi::xml_node CellStyles::data_style(const std::string& style) const {
    std::string name = style;
    for (int depth = 0; depth < 32; ++depth) {
        const auto found = m_styles.find(name);
        if (found == m_styles.end()) return {};
        if (const auto format = found->second.attribute("style:data-style-name")) {
            const auto data = m_data_styles.find(format.value());
            return data == m_data_styles.end() || is_general(data->second) ? pugi::xml_node() : data->second;
        }
        name = found->second.attribute("style:parent-style-name").value();
    }
    return {};
}

bool CellStyles::is_percentage(const std::string& style) const {
    return std::string_view(data_style(style).name()) == "number:percentage-style";
}

std::pair<std::string, pugi::xml_node> CellStyles::add(const char* family, const std::string& parent) {
    auto name = fmt::format("tb{}", m_styles.size());
    while (m_styles.contains(name))
        name += "x";
    auto style = m_automatic.append_child("style:style");
    style.append_attribute("style:name") = name.c_str();
    style.append_attribute("style:family") = family;
    if (!parent.empty()) style.append_attribute("style:parent-style-name") = parent.c_str();
    m_styles[name] = style;
    return {name, style};
}

std::string CellStyles::for_number(const std::string& style, NumberKind kind) {
    if (kind == NumberKind::text || data_style(style)) return style;
    auto& name = m_derived[{style, kind}];
    if (!name.empty()) return name;
    const auto& format = format_of(kind);
    const auto known = m_styles.find(style);
    const bool automatic = known != m_styles.end() && known->second.parent() == m_automatic;
    const auto original = automatic ? known->second : pugi::xml_node();
    auto [added, node] = add("table-cell", automatic ? "" : style.empty() ? "Default" : style);
    if (original) {
        node.remove_attributes();
        for (const auto attribute : original.attributes())
            node.append_copy(attribute);
        for (const auto child : original.children())
            node.append_copy(child);
        set_attribute(node, "style:name", added);
    }
    set_attribute(node, "style:data-style-name", format);
    return name = added;
}

const std::string& CellStyles::format_of(NumberKind kind) {
    auto& name = m_formats[kind];
    if (!name.empty()) return name;
    name = fmt::format("tbN{}", static_cast<int>(kind));
    switch (kind) {
    case NumberKind::percent:
        add_number_style(m_automatic, name, "", 1, "%");
        break;
    case NumberKind::points:
        add_points_style(m_automatic, name);
        break;
    case NumberKind::decimal:
        add_number_style(m_automatic, name, "", 1, "");
        break;
    case NumberKind::date:
        add_date_style(m_automatic, name);
        break;
    default:
        add_number_style(m_automatic, name, "", 0, "");
        break;
    }
    for (const auto& added : {name, name + "P0", name + "P1"})
        if (const auto style = m_automatic.find_child_by_attribute("style:name", added.c_str()))
            m_data_styles[added] = style;
    return name;
}

} // namespace termbook::fill
