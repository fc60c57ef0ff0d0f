// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/formats.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace termbook::writers::xlsx {

namespace {

constexpr double points_an_indent = 7; // a level is three blanks of the default font wide

void set_style_of_letters(lxw_format* format, const Letters& letters) {
    if (letters.bold) format_set_bold(format);
    if (letters.italic) format_set_italic(format);
    if (letters.struck) format_set_font_strikeout(format);
    if (letters.underlines != 0)
        format_set_underline(format, letters.underlines == 1 ? LXW_UNDERLINE_SINGLE : LXW_UNDERLINE_DOUBLE);
    if (letters.raised != 0)
        format_set_font_script(format, letters.raised > 0 ? LXW_FONT_SUPERSCRIPT : LXW_FONT_SUBSCRIPT);
    if (letters.colour) format_set_font_color(format, library_colour(*letters.colour));
}

void set_letters(lxw_format* format, const Letters& letters) {
    format_set_font_name(format, office_font(letters.font).c_str());
    format_set_font_size(format, letters.size);
    set_style_of_letters(format, letters);
}

void set_borders(lxw_format* format, const Look& look) {
    const auto& [left, right, top, bottom] = look.borders;
    format_set_left(format, static_cast<std::uint8_t>(left.line));
    format_set_right(format, static_cast<std::uint8_t>(right.line));
    format_set_top(format, static_cast<std::uint8_t>(top.line));
    format_set_bottom(format, static_cast<std::uint8_t>(bottom.line));
    if (left.line != Line::none) format_set_left_color(format, library_colour(left.colour));
    if (right.line != Line::none) format_set_right_color(format, library_colour(right.colour));
    if (top.line != Line::none) format_set_top_color(format, library_colour(top.colour));
    if (bottom.line != Line::none) format_set_bottom_color(format, library_colour(bottom.colour));
    const bool rises = look.rising.line != Line::none;
    const bool falls = look.falling.line != Line::none;
    if (!rises && !falls) return;
    const auto& line = rises ? look.rising : look.falling;
    format_set_diag_type(format, rises && falls ? LXW_DIAGONAL_BORDER_UP_DOWN
                                 : rises        ? LXW_DIAGONAL_BORDER_UP
                                                : LXW_DIAGONAL_BORDER_DOWN);
    format_set_diag_border(format, static_cast<std::uint8_t>(line.line));
    format_set_diag_color(format, library_colour(line.colour));
}

void set_alignment(lxw_format* format, const Look& look) {
    switch (look.across) {
    case Across::automatic:
        break;
    case Across::left:
        format_set_align(format, LXW_ALIGN_LEFT);
        break;
    case Across::centre:
        format_set_align(format, LXW_ALIGN_CENTER);
        break;
    case Across::right:
        format_set_align(format, LXW_ALIGN_RIGHT);
        break;
    case Across::justified:
        format_set_align(format, LXW_ALIGN_JUSTIFY);
        break;
    case Across::filled:
        format_set_align(format, LXW_ALIGN_FILL);
        break;
    }
    switch (look.down) {
    case Down::bottom:
        break; // what the sheet format takes by itself
    case Down::middle:
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        break;
    case Down::top:
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        break;
    case Down::justified:
        format_set_align(format, LXW_ALIGN_VERTICAL_JUSTIFY);
        break;
    }
    if (look.wrapped) format_set_text_wrap(format);
    if (look.shrunk) format_set_shrink(format);
    constexpr std::int16_t stacked = 270;
    if (look.stacked)
        format_set_rotation(format, stacked);
    else if (look.rotation != 0)
        format_set_rotation(format, static_cast<std::int16_t>(look.rotation));
    const bool indents = look.across == Across::left || look.across == Across::right;
    constexpr double most = 15;
    const double level = std::clamp(std::round(look.indent / points_an_indent), 0.0, most);
    if (indents && level > 0) format_set_indent(format, static_cast<std::uint8_t>(level));
}

void set_fill(lxw_format* format, const Look& look) {
    if (!look.fill) return;
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, *look.fill == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : *look.fill);
}

} // namespace

std::string office_font(const std::string& font) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> twins{
        {{"Carlito", "Calibri"},
         {"Caladea", "Cambria"},
         {"Liberation Sans", "Arial"},
         {"Liberation Serif", "Times New Roman"},
         {"Liberation Mono", "Courier New"}}};
    for (const auto& [free, office] : twins)
        if (font == free) return std::string(office);
    return font;
}

lxw_color_t library_colour(Colour colour) {
    return colour == 0 ? static_cast<lxw_color_t>(LXW_COLOR_BLACK) : colour;
}

Formats::Formats(lxw_workbook* workbook) : m_workbook(workbook) {
    // Widths count in digits of this font. Excel rounds a digit to whole pixels and LibreOffice does not; at
    // this size it is 7 pixels wide in both. Cells have the document's own fonts.
    auto* widths = STAILQ_FIRST(workbook->formats);
    format_set_font_name(widths, "Calibri");
    format_set_font_size(widths, 10.35);
}

lxw_format* Formats::cell(const Look& look) {
    const auto [place, is_new] = m_cells.try_emplace(look, nullptr);
    if (!is_new) return place->second;
    auto* format = workbook_add_format(m_workbook);
    set_letters(format, look.letters);
    set_fill(format, look);
    set_borders(format, look);
    set_alignment(format, look);
    if (!look.locked) format_set_unlocked(format);
    if (look.formula_hidden) format_set_hidden(format);
    if (!look.number_format.empty()) format_set_num_format(format, look.number_format.c_str());
    return place->second = format;
}

lxw_format* Formats::run(const Letters& letters) {
    const auto [place, is_new] = m_runs.try_emplace(letters, nullptr);
    if (is_new) set_letters(place->second = workbook_add_format(m_workbook), letters);
    return place->second;
}

lxw_format* Formats::conditional(const Look& look) {
    const auto [place, is_new] = m_conditionals.try_emplace(look, nullptr);
    if (!is_new) return place->second;
    auto* format = workbook_add_format(m_workbook);
    set_style_of_letters(format, look.letters);
    if (look.fill) format_set_bg_color(format, library_colour(*look.fill));
    set_borders(format, look);
    if (!look.number_format.empty()) format_set_num_format(format, look.number_format.c_str());
    return place->second = format;
}

} // namespace termbook::writers::xlsx
