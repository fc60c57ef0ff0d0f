// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/charts/chart_styles.hpp"

#include "templates/writers/looks/number_format.hpp"
#include "templates/writers/looks/units.hpp"

#include <algorithm>
#include <cmath>

namespace termbook::writers::charts {

namespace {

constexpr const char* graphic = "style:graphic-properties";

/// draw:opacity and svg:stroke-opacity say how much covers ("75%", "0.75"), the sheet format how little.
int transparency_of(pugi::xml_attribute opacity) {
    if (!opacity) return 0;
    const std::string_view text = opacity.value();
    const double covering = to_number(text).value_or(100) * (text.ends_with('%') ? 1 : 100);
    return static_cast<int>(std::lround(100 - std::clamp(covering, 0.0, 100.0)));
}

} // namespace

ChartStyles::ChartStyles(pugi::xml_node content, pugi::xml_node styles)
    : m_fonts(content.child("office:font-face-decls"), styles.child("office:font-face-decls")) {
    for (const auto& section : {content.child("office:automatic-styles"), content.child("office:styles"),
                                styles.child("office:automatic-styles"), styles.child("office:styles")}) {
        for (const auto& style : section.children()) {
            const std::string_view kind = style.name();
            if (kind == "style:style")
                m_styles.emplace(style.attribute("style:name").value(), style);
            else if (kind.starts_with("number:"))
                m_data_styles.emplace(style.attribute("style:name").value(), style);
            else if (kind == "draw:stroke-dash")
                m_dashes.emplace(style.attribute("draw:name").value(), style);
            else if (kind == "draw:gradient")
                m_gradients.emplace(style.attribute("draw:name").value(), style);
        }
    }
}

/// From the part's style to the last of its parents; a ring of parents ends where it closes.
std::vector<pugi::xml_node> ChartStyles::chain(pugi::xml_node part) const {
    std::vector<pugi::xml_node> styles;
    for (std::string name = part.attribute("chart:style-name").value(); !name.empty();) {
        const auto known = m_styles.find(name);
        if (known == m_styles.end() || std::find(styles.begin(), styles.end(), known->second) != styles.end())
            break;
        styles.push_back(known->second);
        name = known->second.attribute("style:parent-style-name").value();
    }
    return styles;
}

pugi::xml_attribute ChartStyles::property(pugi::xml_node part, const char* element, const char* name) const {
    for (const auto& style : chain(part))
        if (const auto found = style.child(element).attribute(name)) return found;
    return {};
}

pugi::xml_attribute ChartStyles::chart_property(pugi::xml_node part, const char* name) const {
    return property(part, "style:chart-properties", name);
}

bool ChartStyles::says(pugi::xml_node part, const char* name, bool otherwise) const {
    return chart_property(part, name).as_bool(otherwise);
}

std::optional<double> ChartStyles::number(pugi::xml_node part, const char* name) const {
    const auto value = to_number(chart_property(part, name).value());
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<int> ChartStyles::whole(pugi::xml_node part, const char* name) const {
    constexpr double most = 100'000; // no angle, width or count of a chart is larger
    const auto value = number(part, name);
    if (!value) return {};
    return static_cast<int>(std::lround(std::clamp(*value, -most, most)));
}

pugi::xml_node ChartStyles::chart_element(pugi::xml_node part, const char* name) const {
    for (const auto& style : chain(part))
        if (const auto found = style.child("style:chart-properties").child(name)) return found;
    return {};
}

std::optional<Paint> ChartStyles::fill(pugi::xml_node part) const {
    const std::string_view kind = property(part, graphic, "draw:fill").value();
    const auto colour = to_colour(property(part, graphic, "draw:fill-color").value());
    if (kind == "none") return Paint{};
    Paint paint{colour, transparency_of(property(part, graphic, "draw:opacity"))};
    if (kind == "gradient") {
        const auto known = m_gradients.find(property(part, graphic, "draw:fill-gradient-name").value());
        if (known != m_gradients.end())
            paint.colour = to_colour(known->second.attribute("draw:start-color").value());
    }
    if (!paint.colour) return {};
    return paint;
}

Dash ChartStyles::dash(const std::string& name) const {
    const auto known = m_dashes.find(name);
    if (known == m_dashes.end()) return Dash::dashes;
    const auto length = [&](const char* attribute) {
        const std::string_view text = known->second.attribute(attribute).value();
        constexpr double points_a_width = 0.01; // lengths in percent are of the line's width
        if (text.ends_with('%')) return to_number(text).value_or(100) * points_a_width;
        return to_points(text).value_or(0);
    };
    const int first = known->second.attribute("draw:dots1").as_int();
    const int second = known->second.attribute("draw:dots2").as_int();
    if (first > 0 && second > 0) return Dash::dashes_and_dots;
    const double drawn = length(first > 0 ? "draw:dots1-length" : "draw:dots2-length");
    constexpr double a_dot = 1.5;
    constexpr double a_dash = 5;
    return drawn <= a_dot ? Dash::dots : drawn <= a_dash ? Dash::dashes : Dash::long_dashes;
}

std::optional<Stroke> ChartStyles::stroke(pugi::xml_node part) const {
    const std::string_view kind = property(part, graphic, "draw:stroke").value();
    if (kind == "none") return Stroke{};
    const auto colour = to_colour(property(part, graphic, "svg:stroke-color").value());
    if (!colour) return {};
    Stroke stroke;
    stroke.colour = colour;
    stroke.width = to_points(property(part, graphic, "svg:stroke-width").value()).value_or(0);
    stroke.transparency = transparency_of(property(part, graphic, "svg:stroke-opacity"));
    if (kind == "dash") stroke.dash = dash(property(part, graphic, "draw:stroke-dash").value());
    return stroke;
}

Letters ChartStyles::letters(pugi::xml_node part, double size) const {
    Letters letters;
    letters.size = size;
    auto styles = chain(part);
    for (auto style = styles.rbegin(); style != styles.rend(); ++style)
        apply_text_properties(letters, style->child("style:text-properties"), m_fonts);
    return letters;
}

std::optional<int> ChartStyles::turned(pugi::xml_node part) const {
    const auto angle = whole(part, "style:rotation-angle");
    if (!angle) return {};
    const int turned = (*angle % 360 + 360) % 360;
    return turned > 180 ? turned - 360 : turned;
}

std::string ChartStyles::number_format(pugi::xml_node part) const {
    if (says(part, "chart:link-data-style-to-source")) return {};
    for (const auto& style : chain(part)) {
        const auto name = style.attribute("style:data-style-name");
        if (!name) continue;
        const auto find = [&](std::string_view wanted) {
            const auto known = m_data_styles.find(std::string(wanted));
            return known == m_data_styles.end() ? pugi::xml_node() : known->second;
        };
        const auto data_style = find(name.value());
        return data_style ? number_format_code(data_style, find) : std::string();
    }
    return {};
}

} // namespace termbook::writers::charts
