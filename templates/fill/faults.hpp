// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/figure_book.hpp"
#include "templates/fill/reading/template_sheet.hpp"
#include "templates/odf/document.hpp"

namespace termbook::fill {

/// Hands over each fault of a template: marks, blocks and conditions that cannot be filled, also where no
/// member or branch would come to them. Counts no figure. `check` lists them and `fill` refuses the first, so
/// that the two never differ.
void find_faults(odf::Document& document, const FigureBook& book, const OnError& on_error);

} // namespace termbook::fill
