// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/writing/cell_styles.hpp"
#include "templates/fill/writing/filled_formulas.hpp"

#include <pugixml.hpp>

namespace termbook::fill {

/// Computes every formula of the document whose result is not settled, and writes the results and their texts
/// into the cells. A formula that the evaluator does not know, or that depends on itself or on such a
/// formula, is left without a result: whoever opens the document computes it then.
void recalculate(pugi::xml_node spreadsheet, FilledFormulas& formulas, const CellStyles& styles);

} // namespace termbook::fill
