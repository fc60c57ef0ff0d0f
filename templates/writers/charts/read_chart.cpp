// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/charts/read_chart.hpp"

#include "templates/writers/charts/reading.hpp"

namespace termbook::writers::charts {

namespace {

constexpr double size_of_title = 13; // as offices show what says no size
constexpr double size_of_subtitle = 11;
constexpr double size_of_legend = 10;

std::optional<Legend> read_legend(const ChartStyles& styles, pugi::xml_node node) {
    if (!node) return {};
    const std::string_view place = node.attribute("chart:legend-position").value();
    Legend legend;
    legend.place = place == "start"     ? LegendPlace::left
                   : place == "top"     ? LegendPlace::top
                   : place == "bottom"  ? LegendPlace::bottom
                   : place == "top-end" ? LegendPlace::top_right
                                        : LegendPlace::right;
    legend.letters = styles.letters(node, size_of_legend);
    return legend;
}

void read_plot(Chart& chart, const ChartStyles& styles, pugi::xml_node plot) {
    const std::string_view blanks = styles.chart_property(plot, "chart:treat-empty-cells").value();
    chart.stacking = styles.says(plot, "chart:percentage") ? Stacking::percent
                     : styles.says(plot, "chart:stacked")  ? Stacking::stacked
                                                           : Stacking::none;
    chart.blanks = blanks == "use-zero" ? Blanks::zero : blanks == "ignore" ? Blanks::bridged : Blanks::gap;
    chart.hidden_cells = styles.says(plot, "chart:include-hidden-cells", true);
    if (styles.says(plot, "chart:three-dimensional")) leave_out(chart, "three dimensions");
    // OpenDocument counts a pie's angle anticlockwise from the right.
    if (const auto angle = styles.whole(plot, "chart:angle-offset"))
        chart.first_angle = ((450 - *angle) % 360 + 360) % 360;
    chart.wall = styles.fill(plot.child("chart:wall"));
    chart.wall_border = styles.stroke(plot.child("chart:wall"));
    read_axes(chart, styles, plot);
    read_series(chart, styles, plot);
    const bool pie = chart.kind == Kind::pie || chart.kind == Kind::doughnut;
    if (pie && !chart.y.reversed) leave_out(chart, "slices that go anticlockwise");
}

} // namespace

std::optional<Chart> read_chart(pugi::xml_node content, pugi::xml_node styles_root, std::string& why) {
    const auto node = content.child("office:body").child("office:chart").child("chart:chart");
    why = "an embedded document that is no chart";
    if (!node) return {};
    const ChartStyles styles(content, styles_root);
    const auto plot = node.child("chart:plot-area");
    const std::string_view chart_class = node.attribute("chart:class").value();
    const auto kind = kind_of(chart_class, styles.says(plot, "chart:vertical"));
    why = "a chart of a kind that is not written (" + std::string(chart_class) + ")";
    if (!kind) return {};
    Chart chart;
    chart.kind = *kind;
    chart.title = read_title(styles, node.child("chart:title"), size_of_title);
    chart.subtitle = read_title(styles, node.child("chart:subtitle"), size_of_subtitle);
    if (node.child("chart:footer")) leave_out(chart, "a footer");
    chart.legend = read_legend(styles, node.child("chart:legend"));
    chart.background = styles.fill(node);
    chart.border = styles.stroke(node);
    read_plot(chart, styles, plot);
    why = "a chart without a series that reads cells";
    if (chart.series.empty()) return {};
    return chart;
}

} // namespace termbook::writers::charts
