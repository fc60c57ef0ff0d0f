// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/charts/looks.hpp"
#include "templates/writers/xlsx/charts/writing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>

namespace termbook::writers::xlsx {

namespace {

using charts::Kind;
using charts::LabelPlace;
using charts::Symbol;

bool is_line(Kind kind) {
    return kind == Kind::line || kind == Kind::scatter;
}

std::uint8_t library_symbol(Symbol symbol) {
    switch (symbol) {
    case Symbol::square:
        return LXW_CHART_MARKER_SQUARE;
    case Symbol::diamond:
        return LXW_CHART_MARKER_DIAMOND;
    case Symbol::triangle:
        return LXW_CHART_MARKER_TRIANGLE;
    case Symbol::circle:
        return LXW_CHART_MARKER_CIRCLE;
    case Symbol::cross:
        return LXW_CHART_MARKER_X;
    case Symbol::plus:
        return LXW_CHART_MARKER_PLUS;
    case Symbol::star:
        return LXW_CHART_MARKER_STAR;
    case Symbol::bar:
        return LXW_CHART_MARKER_LONG_DASH;
    case Symbol::automatic:
        return LXW_CHART_MARKER_AUTOMATIC;
    case Symbol::none:
        break;
    }
    return LXW_CHART_MARKER_NONE;
}

/// What the office that made the chart gives the nth series; another office would choose other ones.
Symbol automatic_symbol(std::size_t nth) {
    constexpr std::array<Symbol, 8> symbols{Symbol::square,   Symbol::diamond,  Symbol::triangle,
                                            Symbol::triangle, Symbol::triangle, Symbol::triangle,
                                            Symbol::diamond,  Symbol::diamond};
    return symbols[nth % symbols.size()];
}

void write_marker(lxw_chart_series* target, const charts::Series& series, std::size_t nth) {
    const bool automatic = series.marker.symbol == Symbol::automatic;
    const auto symbol = automatic ? automatic_symbol(nth) : series.marker.symbol;
    chart_series_set_marker_type(target, library_symbol(symbol));
    if (symbol == Symbol::none) return;
    constexpr double smallest = 2;
    constexpr double largest = 72;
    if (series.marker.size > 0)
        chart_series_set_marker_size(target, static_cast<std::uint8_t>(std::lround(
                                                 std::clamp(series.marker.size, smallest, largest))));
    const auto colour = series.stroke && series.stroke->colour ? series.stroke->colour
                        : series.fill                          ? series.fill->colour
                                                               : std::nullopt;
    if (!colour) return;
    auto fill = chart_fill({colour, 0});
    auto line = chart_line({colour, 0, charts::Dash::solid, 0});
    chart_series_set_marker_fill(target, &fill);
    chart_series_set_marker_line(target, &line);
}

/// The sheet format's places for labels of a kind; a place that it has not for that kind would make the file
/// unreadable.
std::uint8_t library_place(LabelPlace place, Kind kind, bool stacked) {
    const bool pie = kind == Kind::pie;
    if (kind == Kind::area || kind == Kind::doughnut) return LXW_CHART_LABEL_POSITION_DEFAULT;
    if (place == LabelPlace::centre) return LXW_CHART_LABEL_POSITION_CENTER;
    if (is_line(kind))
        return place == LabelPlace::above   ? LXW_CHART_LABEL_POSITION_ABOVE
               : place == LabelPlace::below ? LXW_CHART_LABEL_POSITION_BELOW
               : place == LabelPlace::left  ? LXW_CHART_LABEL_POSITION_LEFT
               : place == LabelPlace::right ? LXW_CHART_LABEL_POSITION_RIGHT
                                            : LXW_CHART_LABEL_POSITION_ABOVE;
    if (place == LabelPlace::inside) return LXW_CHART_LABEL_POSITION_INSIDE_END;
    if (place == LabelPlace::best_fit && pie) return LXW_CHART_LABEL_POSITION_BEST_FIT;
    if (place == LabelPlace::near_origin && !pie) return LXW_CHART_LABEL_POSITION_INSIDE_BASE;
    if (stacked) return LXW_CHART_LABEL_POSITION_CENTER;
    return place == LabelPlace::automatic ? LXW_CHART_LABEL_POSITION_DEFAULT
                                          : LXW_CHART_LABEL_POSITION_OUTSIDE_END;
}

std::uint8_t library_separator(const std::string& separator) {
    return separator.starts_with(',')    ? LXW_CHART_LABEL_SEPARATOR_COMMA
           : separator.starts_with(';')  ? LXW_CHART_LABEL_SEPARATOR_SEMICOLON
           : separator.starts_with('.')  ? LXW_CHART_LABEL_SEPARATOR_PERIOD
           : separator.starts_with('\n') ? LXW_CHART_LABEL_SEPARATOR_NEWLINE
                                         : LXW_CHART_LABEL_SEPARATOR_SPACE;
}

void write_labels(lxw_chart_series* target, const charts::Series& series, bool stacked) {
    const auto& labels = series.labels;
    if (!labels.any()) return;
    const auto place = library_place(labels.place, series.kind, stacked);
    if (place != LXW_CHART_LABEL_POSITION_DEFAULT) chart_series_set_labels_position(target, place);
    if (labels.percent) chart_series_set_labels_percentage(target);
    if (labels.legend_key) chart_series_set_labels_legend(target);
    chart_series_set_labels_separator(target, library_separator(labels.separator));
    if (!labels.number_format.empty())
        chart_series_set_labels_num_format(target, labels.number_format.c_str());
    auto font = chart_font(labels.letters);
    chart_series_set_labels_font(target, &font);
    // Last: each of the others shows values, too.
    chart_series_set_labels_options(target, labels.series ? LXW_TRUE : LXW_FALSE,
                                    labels.category ? LXW_TRUE : LXW_FALSE,
                                    labels.value ? LXW_TRUE : LXW_FALSE);
}

/// A point carries its whole look, or it would lose what it has from its series.
void write_points(lxw_chart_series* target, const charts::Series& series) {
    if (series.points.empty()) return;
    std::deque<lxw_chart_fill> fills;
    std::deque<lxw_chart_line> lines;
    std::vector<lxw_chart_point> points(series.points.back().index + 1);
    for (const auto& point : series.points) {
        auto& written = points[point.index];
        const auto& fill = point.fill ? point.fill : series.fill;
        const auto& stroke = point.stroke ? point.stroke : series.stroke;
        if (fill && !is_line(series.kind)) written.fill = &fills.emplace_back(chart_fill(*fill));
        if (stroke) written.line = &lines.emplace_back(chart_line(*stroke));
    }
    std::vector<lxw_chart_point*> list;
    for (auto& point : points)
        list.push_back(&point);
    list.push_back(nullptr);
    chart_series_set_points(target, list.data());
}

void write_name(ShownCells& cells, const Book& book, lxw_chart_series* target, const std::string& cell) {
    const auto name = areas_text(book, cell);
    if (name.empty()) return;
    chart_series_set_name(target, ("=" + name).c_str());
    keep_shown(cells, *target->title.range, cell, Keep::numbers_and_text);
}

void write_look(lxw_chart_series* target, const charts::Series& series, std::size_t nth) {
    if (series.stroke) {
        auto line = chart_line(*series.stroke);
        chart_series_set_line(target, &line);
    }
    if (is_line(series.kind)) {
        write_marker(target, series, nth);
        chart_series_set_smooth(target, series.smooth ? LXW_TRUE : LXW_FALSE);
    } else if (series.fill) {
        auto fill = chart_fill(*series.fill);
        chart_series_set_fill(target, &fill);
    }
}

} // namespace

void write_series(ShownCells& cells, const Book& book, lxw_chart* target, const charts::Chart& chart) {
    std::size_t nth = 0;
    for (const auto& series : chart.series) {
        const auto categories = areas_text(book, series.categories);
        auto* written = chart_add_series(target, categories.empty() ? nullptr : categories.c_str(),
                                         areas_text(book, series.values).c_str());
        if (written == nullptr) throw std::bad_alloc();
        if (!categories.empty())
            keep_shown(cells, *written->categories, series.categories, Keep::numbers_and_text);
        keep_shown(cells, *written->values, series.values, Keep::numbers);
        write_name(cells, book, written, series.label_cell);
        write_look(written, series, nth++);
        const bool stacked = chart.stacking != charts::Stacking::none && !is_line(series.kind);
        write_labels(written, series, stacked);
        write_points(written, series);
    }
}

} // namespace termbook::writers::xlsx
