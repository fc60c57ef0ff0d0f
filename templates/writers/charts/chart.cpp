// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/charts/chart.hpp"

#include <algorithm>

namespace termbook::writers::charts {

void leave_out(Chart& chart, const std::string& what) {
    if (std::find(chart.left_out.begin(), chart.left_out.end(), what) == chart.left_out.end())
        chart.left_out.push_back(what);
}

} // namespace termbook::writers::charts
