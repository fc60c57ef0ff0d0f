// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/charts/looks.hpp"

#include "templates/writers/xlsx/formats.hpp"

#include <algorithm>

namespace termbook::writers::xlsx {

namespace {

std::uint8_t library_dash(charts::Dash dash) {
    switch (dash) {
    case charts::Dash::solid:
        return LXW_CHART_LINE_DASH_SOLID;
    case charts::Dash::dots:
        return LXW_CHART_LINE_DASH_ROUND_DOT;
    case charts::Dash::dashes:
        return LXW_CHART_LINE_DASH_DASH;
    case charts::Dash::long_dashes:
        return LXW_CHART_LINE_DASH_LONG_DASH;
    case charts::Dash::dashes_and_dots:
        return LXW_CHART_LINE_DASH_DASH_DOT;
    }
    return LXW_CHART_LINE_DASH_SOLID;
}

} // namespace

lxw_chart_font chart_font(const Letters& letters, const std::optional<int>& turned) {
    constexpr int level =
        360; // the library's word for text that is not turned, whatever the usual of its place
    lxw_chart_font font{};
    font.name = const_cast<char*>(letters.font.c_str()); // the library only reads it
    font.size = letters.size;
    font.bold = letters.bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
    font.italic = letters.italic ? LXW_TRUE : LXW_FALSE;
    font.underline = letters.underlines > 0 ? LXW_TRUE : LXW_FALSE;
    if (letters.colour) font.color = library_colour(*letters.colour);
    if (turned) font.rotation = *turned == 0 ? level : std::clamp(-*turned, -90, 90);
    return font;
}

lxw_chart_line chart_line(const charts::Stroke& stroke) {
    constexpr float hairline = 0.25;
    lxw_chart_line line{};
    line.none = stroke.colour ? LXW_FALSE : LXW_TRUE;
    if (!stroke.colour) return line;
    line.color = library_colour(*stroke.colour);
    line.width = std::max(hairline, static_cast<float>(stroke.width));
    line.dash_type = library_dash(stroke.dash);
    line.transparency = static_cast<std::uint8_t>(stroke.transparency);
    return line;
}

lxw_chart_fill chart_fill(const charts::Paint& paint) {
    lxw_chart_fill fill{};
    fill.none = paint.colour ? LXW_FALSE : LXW_TRUE;
    if (paint.colour) fill.color = library_colour(*paint.colour);
    fill.transparency = static_cast<std::uint8_t>(paint.transparency);
    return fill;
}

} // namespace termbook::writers::xlsx
