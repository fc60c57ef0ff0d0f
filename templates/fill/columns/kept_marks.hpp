// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/reading/template_sheet.hpp"

namespace termbook::fill {

/// What a copy of a cell keeps of its text. The marks that repeat the sheet are never kept.
struct KeptMarks {
    bool opening{true};  ///< the marks that open a block over rows, or turn to its other branch
    bool closing{true};  ///< those that close one
    bool others{true};   ///< all other text and marks
    bool columns{false}; ///< the marks of blocks across columns
};

/// Removes the rest from the text of a copy of a marked cell, and the blanks that stood beside it.
void keep_block_marks(pugi::xml_node cell, const MarkedCell& marked, const KeptMarks& kept);

} // namespace termbook::fill
