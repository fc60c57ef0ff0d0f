// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/charts/write_chart.hpp"
#include "templates/writers/xlsx/charts/writing.hpp"

#include <algorithm>

namespace termbook::writers::xlsx {

namespace {

using charts::Chart;
using charts::Kind;
using charts::Series;

bool is_pie(Kind kind) {
    return kind == Kind::pie || kind == Kind::doughnut;
}

void drop_series_without_cells(const Book& book, Chart& chart) {
    const auto gone = std::remove_if(chart.series.begin(), chart.series.end(), [&](const Series& series) {
        return areas_text(book, series.values).empty() ||
               (chart.kind == Kind::scatter && areas_text(book, series.categories).empty());
    });
    if (gone == chart.series.end()) return;
    chart.series.erase(gone, chart.series.end());
    leave_out(chart, "a series whose cells are not in the document");
}

/// Of categories of several levels the one next to the axis stays.
void keep_nearest_level(Chart& chart) {
    for (auto& series : chart.series) {
        auto areas = parse_areas(series.categories);
        if (areas.size() != 1 || areas[0].first_column == areas[0].last_column ||
            areas[0].first_row == areas[0].last_row)
            continue;
        const auto values = parse_areas(series.values);
        const bool down = values.empty() || values[0].first_column == values[0].last_column;
        (down ? areas[0].first_column : areas[0].first_row) = down ? areas[0].last_column : areas[0].last_row;
        series.categories = quoted_sheet(areas[0].sheet) + "." + cells_of(areas[0], false);
        leave_out(chart, "levels of categories beyond the nearest to the axis");
    }
}

/// The sheet format puts lines over bars that stand, and areas behind either.
void settle_kinds(Chart& chart) {
    const auto base = base_kind(chart);
    for (auto& series : chart.series) {
        if (series.kind == base) continue;
        const bool both = (base == Kind::column || base == Kind::area) &&
                          (series.kind == Kind::line || series.kind == Kind::area);
        if (both) continue;
        series.kind = base;
        leave_out(chart, base == Kind::bar ? "lines over bars that lie" : "series of kinds that do not mix");
    }
    if (chart.kind != Kind::pie || chart.series.size() < 2) return;
    chart.series.resize(1);
    leave_out(chart, "all series of a pie but the first");
}

void settle_labels(Chart& chart) {
    for (auto& series : chart.series) {
        if (!series.labels.percent || is_pie(series.kind)) continue;
        series.labels.percent = false;
        leave_out(chart, "labels in percent outside a pie");
    }
}

void name_fonts_as_office(Chart& chart) {
    std::vector<Letters*> all{&chart.x.letters, &chart.y.letters};
    for (auto* title : {&chart.title, &chart.subtitle, &chart.x.title, &chart.y.title})
        if (*title) all.push_back(&(*title)->letters);
    if (chart.legend) all.push_back(&chart.legend->letters);
    for (auto& series : chart.series)
        all.push_back(&series.labels.letters);
    for (auto* letters : all)
        letters->font = office_font(letters->font);
}

} // namespace

void fit_to_workbook(const Book& book, Chart& chart) {
    drop_series_without_cells(book, chart);
    keep_nearest_level(chart);
    settle_kinds(chart);
    settle_labels(chart);
    name_fonts_as_office(chart);
}

} // namespace termbook::writers::xlsx
