// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/charts/reading.hpp"
#include "templates/writers/looks/units.hpp"

#include <cmath>
#include <string_view>

namespace termbook::writers::charts {

namespace {

constexpr double size_of_labels = 10;
constexpr double size_of_titles = 9;

Ticks read_ticks(const ChartStyles& styles, pugi::xml_node axis, const std::string& name, bool outer) {
    return {styles.says(axis, (name + "-inner").c_str()),
            styles.says(axis, (name + "-outer").c_str(), outer)};
}

void read_grids(Axis& axis, const ChartStyles& styles, pugi::xml_node node) {
    for (const auto& grid : node.children("chart:grid")) {
        const bool minor = std::string_view(grid.attribute("chart:class").value()) == "minor";
        constexpr Colour pale = 0xB3B3B3;
        Stroke usual;
        usual.colour = pale;
        (minor ? axis.minor_gridlines : axis.gridlines) = styles.stroke(grid).value_or(usual);
    }
}

LabelSide read_side(std::string_view place) {
    if (place == "outside-start") return LabelSide::low;
    if (place == "outside-end" || place == "near-axis-other-side") return LabelSide::high;
    return LabelSide::at_axis;
}

/// "start", "end" or a number; offices write 0 for the usual place.
Crossing read_crossing(std::string_view place) {
    auto at = to_number(place);
    if (at && !std::isfinite(*at)) at.reset();
    return {place == "end", place == "start", at == 0.0 ? std::nullopt : at};
}

Axis read_axis(const ChartStyles& styles, pugi::xml_node node) {
    Axis axis;
    axis.shown = styles.says(node, "chart:visible", true);
    axis.labels_shown = styles.says(node, "chart:display-label");
    axis.label_side = read_side(styles.chart_property(node, "chart:axis-label-position").value());
    axis.crossing = read_crossing(styles.chart_property(node, "chart:axis-position").value());
    axis.reversed = styles.says(node, "chart:reverse-direction");
    axis.logarithmic = styles.says(node, "chart:logarithmic");
    axis.title = read_title(styles, node.child("chart:title"), size_of_titles);
    axis.letters = styles.letters(node, size_of_labels);
    axis.turned = styles.turned(node);
    axis.least = styles.number(node, "chart:minimum");
    axis.most = styles.number(node, "chart:maximum");
    axis.step = styles.number(node, "chart:interval-major");
    axis.parts_of_step = styles.whole(node, "chart:interval-minor-divisor").value_or(0);
    axis.number_format = styles.number_format(node);
    axis.stroke = styles.stroke(node);
    axis.ticks = read_ticks(styles, node, "chart:tick-marks-major", true);
    axis.minor_ticks = read_ticks(styles, node, "chart:tick-marks-minor", false);
    read_grids(axis, styles, node);
    return axis;
}

} // namespace

void read_axes(Chart& chart, const ChartStyles& styles, pugi::xml_node plot) {
    chart.x.shown = chart.y.shown = false; // an axis that is not there
    bool has_x = false;
    bool has_y = false;
    for (const auto& node : plot.children("chart:axis")) {
        const std::string_view dimension = node.attribute("chart:dimension").value();
        const bool is_x = dimension == "x";
        if (!is_x && dimension != "y") continue;
        auto& seen = is_x ? has_x : has_y;
        if (seen) {
            if (styles.says(node, "chart:visible", true))
                leave_out(chart, is_x ? "a second x axis" : "a second y axis");
            continue;
        }
        seen = true;
        (is_x ? chart.x : chart.y) = read_axis(styles, node);
        chart.gap = styles.whole(node, "chart:gap-width").value_or(chart.gap);
        chart.overlap = styles.whole(node, "chart:overlap").value_or(chart.overlap);
    }
}

} // namespace termbook::writers::charts
