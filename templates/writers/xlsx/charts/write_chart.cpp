// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/charts/write_chart.hpp"

#include "templates/writers/xlsx/charts/looks.hpp"
#include "templates/writers/xlsx/charts/writing.hpp"

#include <algorithm>
#include <new>

namespace termbook::writers::xlsx {

namespace {

using charts::Kind;
using charts::Stacking;

/// The library's number for a kind; those of stacked and of 100% stacked charts follow it.
std::uint8_t library_type(const charts::Chart& chart) {
    const auto stacked = static_cast<std::uint8_t>(chart.stacking);
    switch (base_kind(chart)) {
    case Kind::column:
        return static_cast<std::uint8_t>(LXW_CHART_COLUMN + stacked);
    case Kind::bar:
        return static_cast<std::uint8_t>(LXW_CHART_BAR + stacked);
    case Kind::line:
        return static_cast<std::uint8_t>(LXW_CHART_LINE + stacked);
    case Kind::area:
        return static_cast<std::uint8_t>(LXW_CHART_AREA + stacked);
    case Kind::scatter:
        return std::any_of(chart.series.begin(), chart.series.end(),
                           [](const auto& each) { return each.smooth; })
                   ? LXW_CHART_SCATTER_SMOOTH_WITH_MARKERS
                   : LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS;
    case Kind::pie:
        return LXW_CHART_PIE;
    case Kind::doughnut:
        return LXW_CHART_DOUGHNUT;
    }
    return LXW_CHART_NONE;
}

std::uint8_t library_place(charts::LegendPlace place) {
    switch (place) {
    case charts::LegendPlace::left:
        return LXW_CHART_LEGEND_LEFT;
    case charts::LegendPlace::top:
        return LXW_CHART_LEGEND_TOP;
    case charts::LegendPlace::bottom:
        return LXW_CHART_LEGEND_BOTTOM;
    case charts::LegendPlace::top_right:
        return LXW_CHART_LEGEND_TOP_RIGHT;
    case charts::LegendPlace::right:
        break;
    }
    return LXW_CHART_LEGEND_RIGHT;
}

void write_words(lxw_chart* target, const charts::Chart& chart) {
    const auto& title = chart.title ? chart.title : chart.subtitle;
    if (title) {
        // The library would take an equals sign for the start of a cell's address.
        const bool formula = title->text.starts_with('=');
        auto font = chart_font(title->letters);
        chart_title_set_name(target, (formula ? " " + title->text : title->text).c_str());
        chart_title_set_name_font(target, &font);
    } else {
        chart_title_off(target);
    }
    chart_legend_set_position(target, chart.legend ? library_place(chart.legend->place)
                                                   : static_cast<std::uint8_t>(LXW_CHART_LEGEND_NONE));
    if (!chart.legend) return;
    auto font = chart_font(chart.legend->letters);
    chart_legend_set_font(target, &font);
}

void write_grounds(lxw_chart* target, const charts::Chart& chart) {
    if (chart.background) {
        auto fill = chart_fill(*chart.background);
        chart_chartarea_set_fill(target, &fill);
    }
    if (chart.border) {
        auto line = chart_line(*chart.border);
        chart_chartarea_set_line(target, &line);
    }
    if (chart.wall) {
        auto fill = chart_fill(*chart.wall);
        chart_plotarea_set_fill(target, &fill);
    }
    if (chart.wall_border) {
        auto line = chart_line(*chart.wall_border);
        chart_plotarea_set_line(target, &line);
    }
}

void write_bars(lxw_chart* target, const charts::Chart& chart) {
    constexpr int widest_gap = 500;
    constexpr int most_overlap = 100;
    chart_set_series_gap(target, static_cast<std::uint16_t>(std::clamp(chart.gap, 0, widest_gap)));
    if (chart.stacking == Stacking::none)
        chart_set_series_overlap(
            target, static_cast<std::int8_t>(std::clamp(chart.overlap, -most_overlap, most_overlap)));
}

bool is_pie(Kind kind) {
    return kind == Kind::pie || kind == Kind::doughnut;
}

} // namespace

Kind base_kind(const charts::Chart& chart) {
    for (const auto kind : {Kind::column, Kind::bar, Kind::area})
        for (const auto& series : chart.series)
            if (series.kind == kind) return kind;
    return chart.series.empty() ? chart.kind : chart.series.front().kind;
}

bool has_bars(const charts::Chart& chart) {
    const auto kind = base_kind(chart);
    return kind == Kind::column || kind == Kind::bar;
}

lxw_chart* make_chart(ShownCells& cells, const Book& book, const charts::Chart& chart) {
    auto* const target = workbook_add_chart(book.workbook, library_type(chart));
    if (target == nullptr) throw std::bad_alloc();
    write_series(cells, book, target, chart);
    write_words(target, chart);
    write_grounds(target, chart);
    if (is_pie(chart.kind)) {
        chart_set_rotation(target, static_cast<std::uint16_t>(chart.first_angle));
    } else {
        write_axes(target, chart);
        write_bars(target, chart);
    }
    chart_show_blanks_as(target, chart.blanks == charts::Blanks::zero      ? LXW_CHART_BLANKS_AS_ZERO
                                 : chart.blanks == charts::Blanks::bridged ? LXW_CHART_BLANKS_AS_CONNECTED
                                                                           : LXW_CHART_BLANKS_AS_GAP);
    if (chart.hidden_cells) chart_show_hidden_data(target);
    return target;
}

} // namespace termbook::writers::xlsx
