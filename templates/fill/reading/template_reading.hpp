// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/sheet_plan.hpp"
#include "templates/odf/document.hpp"

#include <string>
#include <vector>

namespace termbook::fill {

/// All sheets of a document; `origins`, one a sheet, says what stood where in the template (none: the
/// document is the template).
std::vector<TemplateSheet> read_sheets(const odf::Document& document, const OnError& on_error,
                                       const std::vector<Origin>& origins = {});

/// The keys of the figures that the cells of the sheets name, in the order of the catalogue.
std::vector<std::string> figures_used(const std::vector<TemplateSheet>& sheets);

/// Notes which lines formulas need from blocks beside them.
void note_wanted_lines(std::vector<SheetPlan>& plans);

} // namespace termbook::fill
