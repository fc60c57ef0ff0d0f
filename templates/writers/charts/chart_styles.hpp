// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/charts/chart.hpp"

#include <pugixml.hpp>
#include <string>
#include <unordered_map>
#include <vector>

namespace termbook::writers::charts {

/// The styles of one chart: what a part of it (chart:style-name) says of itself.
class ChartStyles {
  public:
    ChartStyles(pugi::xml_node content, pugi::xml_node styles);

    /// A property of the part's style or of the nearest parent that has it; `element` is
    /// "style:chart-properties" or one of its siblings.
    pugi::xml_attribute property(pugi::xml_node part, const char* element, const char* name) const;
    pugi::xml_attribute chart_property(pugi::xml_node part, const char* name) const;
    bool says(pugi::xml_node part, const char* name, bool otherwise = false) const;
    std::optional<double> number(pugi::xml_node part, const char* name) const; ///< never infinite
    std::optional<int> whole(pugi::xml_node part, const char* name) const;
    pugi::xml_node chart_element(pugi::xml_node part, const char* name) const; ///< inside chart-properties

    /// None when the style leaves the fill, or the line, to the office.
    std::optional<Paint> fill(pugi::xml_node part) const;
    std::optional<Stroke> stroke(pugi::xml_node part) const;

    Letters letters(pugi::xml_node part, double size) const;
    std::optional<int> turned(pugi::xml_node part) const;

    /// The code of the sheet format; "" for a part that shows numbers as its cells do.
    std::string number_format(pugi::xml_node part) const;

  private:
    std::vector<pugi::xml_node> chain(pugi::xml_node part) const;
    Dash dash(const std::string& name) const;

    std::unordered_map<std::string, pugi::xml_node> m_styles;
    std::unordered_map<std::string, pugi::xml_node> m_data_styles;
    std::unordered_map<std::string, pugi::xml_node> m_dashes;
    std::unordered_map<std::string, pugi::xml_node> m_gradients;
    Fonts m_fonts;
};

} // namespace termbook::writers::charts
