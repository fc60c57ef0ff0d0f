// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/charts/write_chart.hpp"
#include "templates/writers/xlsx/charts/writing.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>

namespace termbook::writers::xlsx {

namespace {

using charts::Kind;

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

// --- Series of a second kind ---

const char* element_of(Kind kind) {
    return kind == Kind::line ? "c:lineChart" : "c:areaChart";
}

/// The library wrote the series as of the first kind. What a kind does not have must go, and the order of
/// what stays is the same in all of them.
void move_series(pugi::xml_node from, pugi::xml_node into, Kind kind, const charts::Chart& chart) {
    for (auto series = from.child("c:ser"); series;) {
        const auto next = series.next_sibling("c:ser");
        if (chart.series.at(series.child("c:idx").attribute("val").as_uint()).kind == kind) {
            series.remove_child("c:invertIfNegative");
            if (kind == Kind::area) series.remove_child("c:marker");
            into.append_move(series);
        }
        series = next;
    }
}

void part_kinds(pugi::xml_node plot, const charts::Chart& chart) {
    const auto base = base_kind(chart);
    auto from = plot.child(base == Kind::area ? "c:areaChart" : "c:barChart");
    auto after = from;
    for (const auto kind : {Kind::area, Kind::line}) {
        const bool there = std::any_of(chart.series.begin(), chart.series.end(),
                                       [&](const auto& each) { return each.kind == kind; });
        if (kind == base || !there) continue;
        auto into = plot.insert_child_after(element_of(kind), after);
        into.append_child("c:grouping").append_attribute("val") = "standard";
        into.append_child("c:varyColors").append_attribute("val") = "0";
        move_series(from, into, kind, chart);
        if (kind == Kind::line) into.append_child("c:marker").append_attribute("val") = "1";
        for (const auto& axis : from.children("c:axId"))
            into.append_copy(axis);
        after = into;
    }
}

// --- Titles of several lines ---

void write_letters(pugi::xml_node run, const Letters& letters) {
    constexpr double hundredths = 100;
    run.append_attribute("lang") = "en-GB";
    run.append_attribute("sz") = static_cast<int>(std::lround(letters.size * hundredths));
    run.append_attribute("b") = letters.bold ? "1" : "0";
    run.append_attribute("i") = letters.italic ? "1" : "0";
    if (letters.colour)
        run.append_child("a:solidFill").append_child("a:srgbClr").append_attribute("val") =
            fmt::format("{:06X}", *letters.colour).c_str();
    run.append_child("a:latin").append_attribute("typeface") = letters.font.c_str();
}

void add_line(pugi::xml_node rich, const std::string& text, const Letters& letters) {
    auto paragraph = rich.append_child("a:p");
    write_letters(paragraph.append_child("a:pPr").append_child("a:defRPr"), letters);
    auto run = paragraph.append_child("a:r");
    write_letters(run.append_child("a:rPr"), letters);
    run.append_child("a:t").text() = text.c_str();
}

void write_title(pugi::xml_node chart_part, const charts::Chart& chart) {
    auto rich = chart_part.child("c:title").child("c:tx").child("c:rich");
    while (rich.remove_child("a:p")) {
    }
    for (const auto* title : {&chart.title, &chart.subtitle})
        if (*title)
            for (const auto& line : lines_of((*title)->text))
                add_line(rich, line, (*title)->letters);
}

bool has_two_kinds(const charts::Chart& chart) {
    return std::any_of(chart.series.begin(), chart.series.end(),
                       [&](const auto& each) { return each.kind != base_kind(chart); });
}

bool has_lines(const std::optional<charts::Title>& title) {
    return title && title->text.find('\n') != std::string::npos;
}

bool has_long_title(const charts::Chart& chart) {
    return (chart.title && chart.subtitle) || has_lines(chart.title) || has_lines(chart.subtitle);
}

} // namespace

bool needs_finish(const charts::Chart& chart) {
    return has_two_kinds(chart) || has_long_title(chart);
}

void finish_chart(pugi::xml_node part, const charts::Chart& chart) {
    auto chart_part = part.child("c:chart");
    if (has_two_kinds(chart)) part_kinds(chart_part.child("c:plotArea"), chart);
    if (has_long_title(chart)) write_title(chart_part, chart);
}

} // namespace termbook::writers::xlsx
