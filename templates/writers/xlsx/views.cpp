// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/sheet.hpp"

#include <algorithm>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

pugi::xml_node named(pugi::xml_node parent, const char* element, const std::string& name) {
    return parent.find_child_by_attribute(element, "config:name", name.c_str());
}

std::string item(pugi::xml_node entry, const char* name) {
    return named(entry, "config:config-item", name).child_value();
}

int number(pugi::xml_node entry, const char* name) {
    return named(entry, "config:config-item", name).text().as_int();
}

/// The last view that the document was shown in.
pugi::xml_node view_of(const odf::Document& document) {
    const auto views = named(document.settings(), "config:config-item-set", "ooo:view-settings");
    return named(views, "config:config-item-map-indexed", "Views").child("config:config-item-map-entry");
}

void freeze(Sheet& sheet, pugi::xml_node entry) {
    constexpr int frozen = 2;
    const int columns =
        number(entry, "HorizontalSplitMode") == frozen ? number(entry, "HorizontalSplitPosition") : 0;
    const int rows =
        number(entry, "VerticalSplitMode") == frozen ? number(entry, "VerticalSplitPosition") : 0;
    if (columns < 0 || rows < 0 || columns >= most_columns || rows >= most_rows ||
        (columns == 0 && rows == 0))
        return;
    worksheet_freeze_panes_opt(
        sheet.worksheet, static_cast<lxw_row_t>(rows), static_cast<lxw_col_t>(columns),
        static_cast<lxw_row_t>(std::clamp(number(entry, "PositionBottom"), rows, most_rows - 1)),
        static_cast<lxw_col_t>(std::clamp(number(entry, "PositionRight"), columns, most_columns - 1)), 0);
}

} // namespace

void write_views(Book& book) {
    const auto view = view_of(book.document);
    const auto tables = named(view, "config:config-item-map-named", "Tables");
    const auto active = item(view, "ActiveTable");
    Sheet* shown = nullptr;
    for (auto& sheet : book.sheets) {
        const auto hidden = book.styles.property("table", sheet.table.attribute("table:style-name").value(),
                                                 "style:table-properties", "table:display");
        const bool visible = hidden.as_bool(true);
        if (visible && (shown == nullptr || sheet.name == active)) shown = &sheet;
        if (!visible) worksheet_hide(sheet.worksheet);
        const auto entry = named(tables, "config:config-item-map-entry", sheet.name);
        if (!entry) continue;
        freeze(sheet, entry);
        constexpr int smallest_zoom = 10;
        constexpr int largest_zoom = 400;
        const int zoom = number(entry, "ZoomValue");
        if (zoom >= smallest_zoom && zoom <= largest_zoom)
            worksheet_set_zoom(sheet.worksheet, static_cast<std::uint16_t>(zoom));
        const auto grid = item(entry, "ShowGrid");
        if (grid == "false") worksheet_gridlines(sheet.worksheet, LXW_HIDE_ALL_GRIDLINES);
    }
    if (shown == nullptr) return;
    worksheet_activate(shown->worksheet);
    worksheet_set_first_sheet(shown->worksheet);
}

} // namespace termbook::writers::xlsx
