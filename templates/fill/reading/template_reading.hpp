// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/sheet_plan.hpp"
#include "templates/odf/document.hpp"

#include <string>
#include <vector>

namespace termbook::fill {

/// All sheets of a template.
std::vector<TemplateSheet> read_sheets(const odf::Document& document, const OnError& on_error);

/// The keys of the figures that the cells of the sheets name, in the order of the catalogue.
std::vector<std::string> figures_used(const std::vector<SheetPlan>& plans);

/// Notes which rows formulas need from blocks beside them.
void note_wanted_rows(std::vector<SheetPlan>& plans);

} // namespace termbook::fill
