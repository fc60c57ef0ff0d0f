// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/charts/cached.hpp"

#include "templates/odf/times.hpp"
#include "templates/writers/looks/units.hpp"
#include "templates/writers/xlsx/cell_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace termbook::writers::xlsx {

namespace {

constexpr std::int64_t most_points = std::numeric_limits<std::uint16_t>::max();

std::int32_t repeats(pugi::xml_node node, const char* attribute, std::int32_t most) {
    return static_cast<std::int32_t>(std::clamp(node.attribute(attribute).as_int(1), 1, most));
}

Shown shown_by(pugi::xml_node cell, const Styles& styles) {
    const std::string_view type = cell.attribute("office:value-type").value();
    if (type == "float" || type == "percentage" || type == "currency") {
        const auto number = to_number(cell.attribute("office:value").value());
        if (number && !std::isfinite(*number)) return {};
        return {number, {}};
    }
    if (type == "date") return {odf::to_serial_date(cell.attribute("office:date-value").value()), {}};
    if (type == "time") return {odf::to_days(cell.attribute("office:time-value").value()), {}};
    return {{}, plain_text(read_text(cell, {}, styles))};
}

lxw_series_data_point* new_point(const Shown& shown, bool as_text) {
    auto* point = static_cast<lxw_series_data_point*>(std::calloc(1, sizeof(lxw_series_data_point)));
    if (point == nullptr) throw std::bad_alloc();
    const bool text = as_text && !shown.text.empty();
    point->no_data = shown.number || text ? LXW_FALSE : LXW_TRUE;
    point->number = shown.number.value_or(0);
    point->is_string = text ? LXW_TRUE : LXW_FALSE;
    if (text) point->string = strdup(shown.text.c_str()); // the library frees it
    return point;
}

} // namespace

/// Not the rows of tables that charts on the sheet carry along.
void ShownCells::add_rows(std::vector<Rows>& rows, pugi::xml_node owner) {
    for (const auto& child : owner.children()) {
        const std::string_view name = child.name();
        if (name == "table:table-row") {
            const auto first = rows.empty() ? 0 : rows.back().last + 1;
            if (first >= most_rows) return;
            rows.push_back(
                {first, first + repeats(child, "table:number-rows-repeated", most_rows) - 1, child});
        } else if (name.starts_with("table:table-row") || name == "table:table-header-rows") {
            add_rows(rows, child);
        }
    }
}

const std::vector<ShownCells::Rows>& ShownCells::rows_of(const Sheet& sheet) {
    auto& rows = m_rows[&sheet];
    if (rows.empty()) add_rows(rows, sheet.table);
    return rows;
}

std::optional<std::vector<Shown>> ShownCells::of(const Area& area) {
    const auto* const sheet = m_book.find_sheet(area.sheet);
    const std::int64_t width = area.last_column - area.first_column + 1;
    const std::int64_t cells = width * (area.last_row - area.first_row + 1);
    if (sheet == nullptr || cells > most_points) return {};
    std::vector<Shown> shown(static_cast<std::size_t>(cells));
    const auto& rows = rows_of(*sheet);
    auto row = std::lower_bound(rows.begin(), rows.end(), area.first_row,
                                [](const Rows& each, std::int32_t wanted) { return each.last < wanted; });
    for (; row != rows.end() && row->first <= area.last_row; ++row) {
        std::int32_t column = 0;
        for (const auto& cell : row->node.children()) {
            const std::string_view name = cell.name();
            if (name != "table:table-cell" && name != "table:covered-table-cell") continue;
            const auto end = column + repeats(cell, "table:number-columns-repeated", most_columns);
            const auto first = std::max(column, area.first_column);
            const auto last = std::min(end - 1, area.last_column);
            column = end;
            if (first > last) continue;
            const auto one = shown_by(cell, m_book.styles);
            for (auto y = std::max(row->first, area.first_row); y <= std::min(row->last, area.last_row); ++y)
                for (auto x = first; x <= last; ++x)
                    shown[static_cast<std::size_t>((y - area.first_row) * width + x - area.first_column)] =
                        one;
        }
    }
    return shown;
}

std::string areas_text(const Book& book, std::string_view addresses) {
    std::string text;
    std::size_t count = 0;
    for (const auto& area : parse_areas(addresses)) {
        const auto* const sheet = book.find_sheet(area.sheet);
        if (sheet == nullptr) continue;
        text += (count++ == 0 ? "" : ",") + quoted_sheet(sheet->excel_name) + "!" + cells_of(area, true);
    }
    return count > 1 ? "(" + text + ")" : text;
}

void keep_shown(ShownCells& cells, lxw_series_range& range, std::string_view addresses, Keep keep) {
    std::vector<Shown> all;
    range.ignore_cache = LXW_TRUE; // from here on the library leaves it alone
    for (const auto& area : parse_areas(addresses)) {
        auto some = cells.of(area);
        if (!some) return;
        std::move(some->begin(), some->end(), std::back_inserter(all));
        if (range.sheetname == nullptr) range.sheetname = strdup(area.sheet.c_str());
    }
    if (all.size() > static_cast<std::size_t>(most_points)) return;
    const bool has_text =
        keep == Keep::numbers_and_text &&
        std::any_of(all.begin(), all.end(), [](const Shown& one) { return !one.text.empty(); });
    for (const auto& one : all) {
        auto* const point = new_point(one, has_text);
        STAILQ_INSERT_TAIL(range.data_cache, point, list_pointers);
    }
    range.num_data_points = static_cast<std::uint16_t>(all.size());
    range.has_string_cache = has_text ? LXW_TRUE : LXW_FALSE;
}

} // namespace termbook::writers::xlsx
