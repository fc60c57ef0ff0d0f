// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/looks/look.hpp"

#include "templates/writers/looks/units.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace termbook::writers {

namespace {

/// The first of a list of families, without its quotes: "'Liberation Sans', Arial".
std::string first_family(std::string_view list) {
    if (!list.empty() && (list.front() == '\'' || list.front() == '"')) {
        const auto end = list.find(list.front(), 1);
        return first_family(list.substr(1, end == std::string_view::npos ? end : end - 1));
    }
    return std::string(list.substr(0, list.find_first_of(",;")));
}

/// Widths as LibreOffice sorts them when it writes the sheet format.
enum class Weight { hair, thin, medium, thick };

Weight weight_of(double points) {
    if (points >= 2.475) return Weight::thick;
    if (points >= 1.725) return Weight::medium;
    return points >= 0.725 ? Weight::thin : Weight::hair;
}

Line line_of(std::string_view style, Weight weight) {
    const bool heavy = weight == Weight::medium || weight == Weight::thick;
    if (style.starts_with("double") || style.starts_with("thin-thick") || style.starts_with("thick-thin"))
        return Line::twice;
    if (style == "dotted") return weight == Weight::hair ? Line::hair : Line::dotted;
    if (style == "dashed" || style == "fine-dashed") return heavy ? Line::medium_dashed : Line::dashed;
    if (style == "dash-dot") return heavy ? Line::medium_dash_dot : Line::dash_dot;
    if (style == "dash-dot-dot") return heavy ? Line::medium_dash_dot_dot : Line::dash_dot_dot;
    switch (weight) {
    case Weight::hair:
        return Line::hair;
    case Weight::thin:
        return Line::thin;
    case Weight::medium:
        return Line::medium;
    case Weight::thick:
        break;
    }
    return Line::thick;
}

/// "0.74pt solid #000000", its words in any order.
Border to_border(std::string_view text) {
    Border border;
    double width = 0.75;
    std::string_view style = "none";
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (const auto points = to_points(word))
            width = *points;
        else if (const auto colour = to_colour(word))
            border.colour = *colour;
        else if (!word.empty())
            style = word;
    }
    if (style != "none" && style != "hidden") border.line = line_of(style, weight_of(width));
    if (border.line == Line::none) border.colour = 0;
    return border;
}

void apply_borders(Look& look, pugi::xml_node properties) {
    constexpr std::array sides{"fo:border-left", "fo:border-right", "fo:border-top", "fo:border-bottom"};
    // LibreOffice holds the four sides as one: a style that names one of them takes none from its parent.
    const auto names = [&](const char* side) { return !properties.attribute(side).empty(); };
    if (std::any_of(sides.begin(), sides.end(), names)) look.borders.fill({});
    if (const auto all = properties.attribute("fo:border")) look.borders.fill(to_border(all.value()));
    for (std::size_t i = 0; i < sides.size(); ++i)
        if (const auto side = properties.attribute(sides[i])) look.borders[i] = to_border(side.value());
    if (const auto line = properties.attribute("style:diagonal-bl-tr")) look.rising = to_border(line.value());
    if (const auto line = properties.attribute("style:diagonal-tl-br"))
        look.falling = to_border(line.value());
}

void apply_protection(Look& look, std::string_view protect) {
    if (protect.empty()) return;
    look.locked = protect != "none" && protect != "formula-hidden";
    look.formula_hidden = protect.find("hidden") != std::string_view::npos;
}

void apply_rotation(Look& look, const char* angle) {
    const auto degrees = to_number(angle);
    if (!degrees) return;
    int turned = static_cast<int>(std::lround(*degrees)) % 360;
    if (turned < 0) turned += 360;
    if (turned > 180) turned -= 360;
    look.rotation = turned > 90 ? 90 : turned < -90 ? -90 : turned;
}

void apply_padding(Look& look, pugi::xml_node properties) {
    const auto read = [&](const char* name, double& points) {
        if (const auto padding = properties.attribute(name))
            points = to_points(padding.value()).value_or(points);
    };
    for (double* side : {&look.above, &look.below})
        read("fo:padding", *side);
    read("fo:padding-top", look.above);
    read("fo:padding-bottom", look.below);
}

void apply_cell_properties(Look& look, pugi::xml_node properties) {
    if (const auto fill = properties.attribute("fo:background-color")) look.fill = to_colour(fill.value());
    apply_borders(look, properties);
    apply_padding(look, properties);
    if (const auto wrap = properties.attribute("fo:wrap-option"))
        look.wrapped = std::string_view(wrap.value()) == "wrap";
    if (const auto shrink = properties.attribute("style:shrink-to-fit")) look.shrunk = shrink.as_bool();
    if (const auto direction = properties.attribute("style:direction"))
        look.stacked = std::string_view(direction.value()) == "ttb";
    if (const auto angle = properties.attribute("style:rotation-angle")) apply_rotation(look, angle.value());
    apply_protection(look, properties.attribute("style:cell-protect").value());
    const std::string_view down = properties.attribute("style:vertical-align").value();
    if (down == "top")
        look.down = Down::top;
    else if (down == "middle")
        look.down = Down::middle;
    else if (down == "bottom" || down == "automatic")
        look.down = Down::bottom;
    if (std::string_view(properties.attribute("css3t:text-justify").value()) == "justify")
        look.down = Down::justified;
    const auto repeat = properties.attribute("style:repeat-content");
    if (repeat.as_bool())
        look.across = Across::filled;
    else if (repeat && look.across == Across::filled)
        look.across = Across::automatic;
    if (std::string_view(properties.attribute("style:text-align-source").value()) == "value-type")
        look.across = Across::automatic;
}

void apply_paragraph_properties(Look& look, pugi::xml_node properties) {
    const std::string_view across = properties.attribute("fo:text-align").value();
    if (look.across != Across::filled) {
        if (across == "start" || across == "left")
            look.across = Across::left;
        else if (across == "center")
            look.across = Across::centre;
        else if (across == "end" || across == "right")
            look.across = Across::right;
        else if (across == "justify")
            look.across = Across::justified;
    }
    if (const auto indent = properties.attribute("fo:margin-left"))
        look.indent = to_points(indent.value()).value_or(0);
}

} // namespace

Fonts::Fonts(pugi::xml_node declarations, pugi::xml_node more) : m_first(declarations), m_second(more) {}

std::string Fonts::family(const std::string& name) const {
    for (const auto& section : {m_first, m_second}) {
        const auto face = section.find_child_by_attribute("style:font-face", "style:name", name.c_str());
        if (face) return first_family(face.attribute("svg:font-family").value());
    }
    return name;
}

void apply_text_properties(Letters& letters, pugi::xml_node properties, const Fonts& fonts) {
    if (const auto name = properties.attribute("style:font-name"))
        letters.font = fonts.family(name.value());
    else if (const auto family = properties.attribute("fo:font-family"))
        letters.font = first_family(family.value());
    if (const auto size = to_points(properties.attribute("fo:font-size").value())) letters.size = *size;
    if (const auto weight = properties.attribute("fo:font-weight"))
        letters.bold = std::string_view(weight.value()) == "bold" || weight.as_int() >= 600;
    if (const auto slope = properties.attribute("fo:font-style"))
        letters.italic = std::string_view(slope.value()) != "normal";
    if (const auto line = properties.attribute("style:text-underline-style"))
        letters.underlines =
            std::string_view(line.value()) == "none"                                                  ? 0
            : std::string_view(properties.attribute("style:text-underline-type").value()) == "double" ? 2
                                                                                                      : 1;
    if (const auto line = properties.attribute("style:text-line-through-style"))
        letters.struck = std::string_view(line.value()) != "none";
    if (const auto position = properties.attribute("style:text-position")) {
        const std::string_view text = position.value();
        const double height = to_number(text).value_or(0);
        letters.raised = text.starts_with("super") || height > 0 ? 1
                         : text.starts_with("sub") || height < 0 ? -1
                                                                 : 0;
    }
    if (properties.attribute("style:use-window-font-color").as_bool())
        letters.colour.reset();
    else if (const auto colour = properties.attribute("fo:color"))
        letters.colour = to_colour(colour.value());
}

void apply_style(Look& look, pugi::xml_node style, const Fonts& fonts) {
    apply_cell_properties(look, style.child("style:table-cell-properties"));
    apply_paragraph_properties(look, style.child("style:paragraph-properties"));
    apply_text_properties(look.letters, style.child("style:text-properties"), fonts);
}

} // namespace termbook::writers
