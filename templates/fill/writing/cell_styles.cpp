// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/cell_styles.hpp"

#include "templates/fill/reading/sheet_rows.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

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

/// Where a format rounds up from, as conditions write it: "0.05" of one that shows tenths. None for a format
/// that is more than one plain number with words around it.
std::optional<std::string> least_above_nought(pugi::xml_node format) {
    const bool percentage = std::string_view(format.name()) == "number:percentage-style";
    if (!percentage && std::string_view(format.name()) != "number:number-style") return std::nullopt;
    for (const auto part : format.children()) {
        const std::string_view name = part.name();
        if (name != "number:number" && name != "number:text") return std::nullopt;
    }
    const auto number = format.child("number:number");
    const auto places = number.attribute("number:decimal-places");
    if (!places || number.next_sibling("number:number") || number.attribute("number:display-factor"))
        return std::nullopt;
    constexpr int most_places = 20;
    const int shown = std::clamp(places.as_int(), 0, most_places) + (percentage ? 2 : 0);
    return shown == 0 ? "0.5" : fmt::format("0.{}5", std::string(static_cast<std::size_t>(shown), '0'));
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
    if (name.empty()) name = derived(style, format_of(kind));
    return name;
}

std::string CellStyles::derived(const std::string& style, const std::string& format) {
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
    return added;
}

std::string CellStyles::that_says_low(const std::string& style) {
    const auto plain = data_style(style);
    const auto least = least_above_nought(plain);
    if (!least) return style;
    auto& name = m_low[style];
    if (name.empty()) name = derived(style, format_that_says_low(plain, *least));
    return name;
}

std::string CellStyles::format_that_says_low(pugi::xml_node plain, const std::string& least) {
    const auto name = fmt::format("tbL{}", plain.attribute("style:name").value());
    if (m_data_styles.contains(name)) return name;
    const auto take = [&](pugi::xml_node added, const std::string& own_name) {
        set_attribute(added, "style:name", own_name);
        return m_data_styles[own_name] = added;
    };
    auto format = take(m_automatic.prepend_copy(plain), name);
    // Not volatile: LibreOffice drops such a format behind a style map together with all that are equal to
    // it.
    const auto add_map = [&](pugi::xml_node other, const char* suffix, const std::string& condition) {
        take(other, name + suffix);
        auto map = format.append_child("style:map");
        map.append_attribute("style:condition") = condition.c_str();
        map.append_attribute("style:apply-style-name") = (name + suffix).c_str();
    };
    add_map(m_automatic.prepend_copy(plain), "P0", "value()>=" + least);
    auto word = m_automatic.prepend_child("number:number-style");
    word.append_child("number:text").text() = low;
    add_map(word, "P1", "value()>0");
    return name;
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
