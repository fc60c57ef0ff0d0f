// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/charts/looks.hpp"
#include "templates/writers/xlsx/charts/writing.hpp"

#include <algorithm>

namespace termbook::writers::xlsx {

namespace {

std::uint8_t tick_mark(const charts::Ticks& ticks) {
    if (ticks.inner) return ticks.outer ? LXW_CHART_AXIS_TICK_MARK_CROSSING : LXW_CHART_AXIS_TICK_MARK_INSIDE;
    return ticks.outer ? LXW_CHART_AXIS_TICK_MARK_OUTSIDE : LXW_CHART_AXIS_TICK_MARK_NONE;
}

std::uint8_t label_position(const charts::Axis& axis) {
    if (!axis.labels_shown) return LXW_CHART_AXIS_LABEL_POSITION_NONE;
    return axis.label_side == charts::LabelSide::low    ? LXW_CHART_AXIS_LABEL_POSITION_LOW
           : axis.label_side == charts::LabelSide::high ? LXW_CHART_AXIS_LABEL_POSITION_HIGH
                                                        : LXW_CHART_AXIS_LABEL_POSITION_NEXT_TO;
}

void write_scale(lxw_chart_axis* target, const charts::Axis& axis) {
    constexpr std::uint16_t base = 10;
    if (axis.least) chart_axis_set_min(target, *axis.least);
    if (axis.most) chart_axis_set_max(target, *axis.most);
    if (axis.step) chart_axis_set_major_unit(target, *axis.step);
    if (axis.step && axis.parts_of_step > 1)
        chart_axis_set_minor_unit(target, *axis.step / axis.parts_of_step);
    if (axis.logarithmic) chart_axis_set_log_base(target, base);
}

void write_gridlines(lxw_chart_axis* target, const charts::Axis& axis) {
    chart_axis_major_gridlines_set_visible(target, axis.gridlines ? LXW_TRUE : LXW_FALSE);
    chart_axis_minor_gridlines_set_visible(target, axis.minor_gridlines ? LXW_TRUE : LXW_FALSE);
    if (axis.gridlines) {
        auto line = chart_line(*axis.gridlines);
        chart_axis_major_gridlines_set_line(target, &line);
    }
    if (axis.minor_gridlines) {
        auto line = chart_line(*axis.minor_gridlines);
        chart_axis_minor_gridlines_set_line(target, &line);
    }
}

void write_axis(lxw_chart_axis* target, const charts::Axis& axis) {
    write_gridlines(target, axis);
    if (axis.title) {
        auto font = chart_font(axis.title->letters, axis.title->turned);
        chart_axis_set_name(target, axis.title->text.c_str());
        chart_axis_set_name_font(target, &font);
    }
    if (!axis.shown) return chart_axis_off(target);
    auto font = chart_font(axis.letters, axis.turned);
    chart_axis_set_num_font(target, &font);
    if (!axis.number_format.empty()) chart_axis_set_num_format(target, axis.number_format.c_str());
    if (axis.reversed) chart_axis_set_reverse(target);
    if (axis.stroke) {
        auto line = chart_line(*axis.stroke);
        chart_axis_set_line(target, &line);
    }
    chart_axis_set_label_position(target, label_position(axis));
    chart_axis_set_major_tick_mark(target, tick_mark(axis.ticks));
    chart_axis_set_minor_tick_mark(target, tick_mark(axis.minor_ticks));
}

/// Where `axis` meets the other one is the other one's to say in the sheet format.
void write_crossing(lxw_chart_axis* other, const charts::Axis& axis) {
    if (axis.crossing.at_end)
        chart_axis_set_crossing_max(other);
    else if (axis.crossing.at_start)
        chart_axis_set_crossing_min(other);
    else if (axis.crossing.at)
        chart_axis_set_crossing(other, *axis.crossing.at);
}

} // namespace

void write_axes(lxw_chart* target, const charts::Chart& chart) {
    // In the library the y axis of a chart of bars that lie is the one with the categories.
    const bool lying = base_kind(chart) == charts::Kind::bar;
    auto* const x = lying ? target->y_axis : target->x_axis;
    auto* const y = lying ? target->x_axis : target->y_axis;
    write_axis(x, chart.x);
    write_axis(y, chart.y);
    write_scale(y, chart.y);
    if (chart.kind == charts::Kind::scatter) write_scale(x, chart.x);
    write_crossing(y, chart.x);
    write_crossing(x, chart.y);
    if (chart.kind == charts::Kind::scatter) return;
    chart_axis_set_position(x, has_bars(chart) ? LXW_CHART_AXIS_POSITION_BETWEEN
                                               : LXW_CHART_AXIS_POSITION_ON_TICK);
}

} // namespace termbook::writers::xlsx
