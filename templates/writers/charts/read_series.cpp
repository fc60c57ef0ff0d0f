// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/charts/reading.hpp"
#include "templates/writers/looks/units.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace termbook::writers::charts {

namespace {

constexpr double size_of_labels = 10;

template<class Value, std::size_t count>
Value named(const std::array<std::pair<std::string_view, Value>, count>& table, std::string_view name,
            Value otherwise) {
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const auto& each) { return each.first == name; });
    return found == table.end() ? otherwise : found->second;
}

Marker read_marker(const ChartStyles& styles, pugi::xml_node series) {
    constexpr std::array<std::pair<std::string_view, Symbol>, 15> symbols{{{"square", Symbol::square},
                                                                           {"diamond", Symbol::diamond},
                                                                           {"arrow-down", Symbol::triangle},
                                                                           {"arrow-up", Symbol::triangle},
                                                                           {"arrow-right", Symbol::triangle},
                                                                           {"arrow-left", Symbol::triangle},
                                                                           {"bow-tie", Symbol::diamond},
                                                                           {"hourglass", Symbol::diamond},
                                                                           {"circle", Symbol::circle},
                                                                           {"star", Symbol::star},
                                                                           {"x", Symbol::cross},
                                                                           {"plus", Symbol::plus},
                                                                           {"asterisk", Symbol::star},
                                                                           {"horizontal-bar", Symbol::bar},
                                                                           {"vertical-bar", Symbol::bar}}};
    Marker marker;
    const std::string_view type = styles.chart_property(series, "chart:symbol-type").value();
    if (type == "automatic")
        marker.symbol = Symbol::automatic;
    else if (type == "named-symbol")
        marker.symbol =
            named(symbols, styles.chart_property(series, "chart:symbol-name").value(), Symbol::automatic);
    marker.size = to_points(styles.chart_property(series, "chart:symbol-width").value()).value_or(0);
    return marker;
}

LabelPlace read_place(std::string_view place) {
    constexpr std::array<std::pair<std::string_view, LabelPlace>, 10> places{
        {{"center", LabelPlace::centre},
         {"inside", LabelPlace::inside},
         {"outside", LabelPlace::outside},
         {"near-origin", LabelPlace::near_origin},
         {"top", LabelPlace::above},
         {"bottom", LabelPlace::below},
         {"left", LabelPlace::left},
         {"right", LabelPlace::right},
         {"avoid-overlap", LabelPlace::best_fit},
         {"custom", LabelPlace::automatic}}};
    return named(places, place, LabelPlace::automatic);
}

Labels read_labels(const ChartStyles& styles, pugi::xml_node series) {
    Labels labels;
    const std::string_view numbers = styles.chart_property(series, "chart:data-label-number").value();
    labels.value = numbers == "value" || numbers == "value-and-percentage";
    labels.percent = numbers == "percentage" || numbers == "value-and-percentage";
    labels.category = styles.says(series, "chart:data-label-text");
    labels.series =
        styles.says(series, "chart:data-label-series") || styles.says(series, "loext:data-label-series");
    labels.legend_key = styles.says(series, "chart:data-label-symbol");
    labels.place = read_place(styles.chart_property(series, "chart:label-position").value());
    labels.number_format = labels.percent && !labels.value ? std::string() : styles.number_format(series);
    labels.letters = styles.letters(series, size_of_labels);
    labels.separator = text_of(styles.chart_element(series, "chart:label-separator"));
    return labels;
}

/// Points that look unlike their series; of a pie all, since what says nothing gets a colour of its own
/// there.
void read_points(Chart& chart, Series& series, const ChartStyles& styles, pugi::xml_node node) {
    constexpr std::size_t most_points = 65'000; // the sheet format shows no more
    const bool in_pie = chart.kind == Kind::pie || chart.kind == Kind::doughnut;
    std::size_t index = 0;
    for (const auto& point : node.children("chart:data-point")) {
        const std::size_t count = std::max(1U, point.attribute("chart:repeated").as_uint(1));
        const Point look{0, styles.fill(point), styles.stroke(point)};
        const bool differs = in_pie || (look.fill && look.fill != series.fill) ||
                             (look.stroke && look.stroke != series.stroke);
        for (std::size_t i = 0; differs && i < count && index + i < most_points; ++i)
            series.points.push_back({index + i, look.fill, look.stroke});
        index += count;
        if (styles.chart_property(point, "chart:pie-offset").as_int() != 0)
            leave_out(chart, "a slice that is pulled out");
        const auto own = styles.chart_property(point, "chart:data-label-number");
        const auto of_series = styles.chart_property(node, "chart:data-label-number");
        const std::string_view shown = own ? own.value() : "none";
        if (own && shown != (of_series ? std::string_view(of_series.value()) : "none"))
            leave_out(chart, "labels of single points");
    }
}

void read_extras(Chart& chart, pugi::xml_node node) {
    constexpr std::array<std::pair<const char*, const char*>, 3> extras{
        {{"chart:regression-curve", "a trend line"},
         {"chart:mean-value", "a line at the mean"},
         {"chart:error-indicator", "error bars"}}};
    for (const auto& [element, words] : extras)
        if (node.child(element)) leave_out(chart, words);
}

Series read_one(Chart& chart, const ChartStyles& styles, pugi::xml_node node) {
    Series series;
    series.values = node.attribute("chart:values-cell-range-address").value();
    series.label_cell = node.attribute("chart:label-cell-address").value();
    series.fill = styles.fill(node);
    series.stroke = styles.stroke(node);
    series.marker = read_marker(styles, node);
    series.labels = read_labels(styles, node);
    const std::string_view curve = styles.chart_property(node, "chart:interpolation").value();
    series.smooth = curve == "cubic-spline" || curve == "b-spline";
    if (curve.starts_with("step")) leave_out(chart, "a line in steps");
    read_points(chart, series, styles, node);
    read_extras(chart, node);
    return series;
}

std::string categories_of(pugi::xml_node plot) {
    for (const auto& axis : plot.children("chart:axis"))
        if (const auto categories = axis.child("chart:categories"))
            return categories.attribute("table:cell-range-address").value();
    return {};
}

} // namespace

std::optional<Kind> kind_of(std::string_view chart_class, bool on_its_side) {
    if (chart_class == "chart:bar") return on_its_side ? Kind::bar : Kind::column;
    if (chart_class == "chart:line") return Kind::line;
    if (chart_class == "chart:area") return Kind::area;
    if (chart_class == "chart:scatter") return Kind::scatter;
    if (chart_class == "chart:circle") return Kind::pie;
    if (chart_class == "chart:ring") return Kind::doughnut;
    return {};
}

void read_series(Chart& chart, const ChartStyles& styles, pugi::xml_node plot) {
    const std::string categories = categories_of(plot);
    std::string domain; // series of a scatter chart without an x of their own have the first's
    for (const auto& node : plot.children("chart:series")) {
        const auto own = node.attribute("chart:class");
        const auto kind = own ? kind_of(own.value(), chart.kind == Kind::bar) : chart.kind;
        if (!kind || node.attribute("chart:values-cell-range-address").empty()) {
            leave_out(chart, kind ? "a series with data of its own" : "a series of another kind");
            continue;
        }
        Series series = read_one(chart, styles, node);
        series.kind = *kind;
        if (const auto x = node.child("chart:domain").attribute("table:cell-range-address"))
            domain = x.value();
        series.categories = chart.kind == Kind::scatter && !domain.empty() ? domain : categories;
        if (std::string_view(node.attribute("chart:attached-axis").value()).starts_with("secondary"))
            leave_out(chart, "a second y axis");
        chart.series.push_back(std::move(series));
    }
}

} // namespace termbook::writers::charts
