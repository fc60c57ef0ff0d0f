// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::fill {

/// The text of the paragraphs (text:p, text:h) that are children of `holder`, a cell, shape or header, joined
/// by line ends. Runs (spans, links) are read as one text; notes are no part of it.
std::string text_of(pugi::xml_node holder);

/// What stands instead of the bytes [begin, end) of a text.
struct Replacement {
    std::size_t begin{0};
    std::size_t end{0};
    std::string text;
};

/// Replaces parts of what text_of() reads, in order and without overlaps. A replacement takes the formatting
/// of the place where it begins; all other runs keep theirs.
void replace_in(pugi::xml_node holder, const std::vector<Replacement>& replacements);

/// Makes `text` the whole text of a cell: a paragraph a line, blanks as ODF wants them.
void set_text(pugi::xml_node cell, std::string_view text);

} // namespace termbook::fill
