// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/members.hpp"
#include "templates/fill/reading/template_sheet.hpp"
#include "templates/odf/document.hpp"

#include <vector>

namespace termbook::fill {

/// Whether any sheet has blocks across columns.
bool any_columns(const std::vector<TemplateSheet>& sheets);

/// Repeats the columns of all blocks across, and rewrites every reference that this touches. What the marks
/// in them come to is left to the rows: the origins returned, one a sheet, say for which member each column
/// stands. Throws Error with the place of the mark.
std::vector<Origin> widen_sheets(odf::Document& document, const std::vector<TemplateSheet>& sheets,
                                 Scopes& scopes, Entries& entries, const DocumentLists& lists);

} // namespace termbook::fill
