// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/looks/styles.hpp"

#include <pugixml.hpp>
#include <string>
#include <vector>

namespace termbook::writers::xlsx {

/// A stretch of a cell's text in one kind of letters.
struct Run {
    std::string text;
    Letters letters;
    std::string link; ///< where it leads; empty: nowhere
};

/// The paragraphs of a cell, or of a header's region, line breaks between them; runs of one kind joined, none
/// empty.
std::vector<Run> read_text(pugi::xml_node owner, const Letters& letters, const Styles& styles);

/// The runs without their letters.
std::string plain_text(const std::vector<Run>& runs);

} // namespace termbook::writers::xlsx
