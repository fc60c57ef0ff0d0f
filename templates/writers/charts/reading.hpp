// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/charts/chart_styles.hpp"

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace termbook::writers::charts {

// The parts of reading a chart. Each leaves out, by name, what it meets and has no place for.

/// The paragraphs of an element, without their looks, parted by '\n'.
std::string text_of(pugi::xml_node owner);

/// None for an element that is not there or says nothing.
std::optional<Title> read_title(const ChartStyles& styles, pugi::xml_node title, double size);

/// The axes of the plot, and what stands in their styles: room between bars and their overlap.
void read_axes(Chart& chart, const ChartStyles& styles, pugi::xml_node plot);

/// The series of the plot, of the kind that each says or the chart has.
void read_series(Chart& chart, const ChartStyles& styles, pugi::xml_node plot);

/// None for a class that `Chart` has no kind for. "chart:bar" is a column unless the plot lies on its side.
std::optional<Kind> kind_of(std::string_view chart_class, bool on_its_side);

} // namespace termbook::writers::charts
