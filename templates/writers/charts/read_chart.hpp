// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/charts/chart.hpp"

#include <optional>
#include <pugixml.hpp>
#include <string>

namespace termbook::writers::charts {

/// Reads an embedded chart: the root of its content and, for dashes and defaults, the root of its styles,
/// which may be null; of a chart that stands inline the one root is both. What the chart has and `Chart` has
/// no place for is named in `left_out`. None for an object that is no chart, and for a chart of a kind that
/// `Chart` does not know; `why` then says which.
std::optional<Chart> read_chart(pugi::xml_node content, pugi::xml_node styles, std::string& why);

} // namespace termbook::writers::charts
