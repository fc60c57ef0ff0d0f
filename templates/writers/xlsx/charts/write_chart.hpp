// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/charts/chart.hpp"
#include "templates/writers/xlsx/charts/cached.hpp"

#include <pugixml.hpp>
#include <xlsxwriter.h>

namespace termbook::writers::xlsx {

/// Takes from a chart what a workbook cannot hold, and names it in `left_out`; fonts get Office's names. A
/// chart may have no series afterwards.
void fit_to_workbook(const Book& book, charts::Chart& chart);

/// Makes a chart of the workbook, with what its cells show, to be inserted into a sheet. The chart fits the
/// workbook and has a series.
lxw_chart* make_chart(ShownCells& cells, const Book& book, const charts::Chart& chart);

/// Whether the library's part of the chart lacks what `finish_chart` adds.
bool needs_finish(const charts::Chart& chart);

/// Adds to the part of a chart (c:chartSpace) what the library does not write: series of a second kind, and
/// titles of several lines.
void finish_chart(pugi::xml_node part, const charts::Chart& chart);

} // namespace termbook::writers::xlsx
