// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/charts/chart.hpp"

#include <xlsxwriter.h>

namespace termbook::writers::xlsx {

// How parts of a chart look, in the library's structs.

/// Points into `letters`, which must outlive it.
lxw_chart_font chart_font(const Letters& letters, const std::optional<int>& turned = {});

lxw_chart_line chart_line(const charts::Stroke& stroke);
lxw_chart_fill chart_fill(const charts::Paint& paint);

} // namespace termbook::writers::xlsx
