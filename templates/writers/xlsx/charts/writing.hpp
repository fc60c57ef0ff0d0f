// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/charts/chart.hpp"
#include "templates/writers/xlsx/charts/cached.hpp"

#include <xlsxwriter.h>

namespace termbook::writers::xlsx {

// The parts of writing a chart.

void write_series(ShownCells& cells, const Book& book, lxw_chart* target, const charts::Chart& chart);
void write_axes(lxw_chart* target, const charts::Chart& chart);

/// The kind that the library writes: of a chart of several kinds the bars, or else the areas.
charts::Kind base_kind(const charts::Chart& chart);

/// Whether series stand on categories between tick marks, as bars do.
bool has_bars(const charts::Chart& chart);

} // namespace termbook::writers::xlsx
