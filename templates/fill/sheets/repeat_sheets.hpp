// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/members.hpp"
#include "templates/fill/reading/template_sheet.hpp"
#include "templates/odf/document.hpp"

#include <vector>

namespace termbook::fill {

/// Whether any sheet is repeated, or has marks in its name.
bool any_sheets(const std::vector<TemplateSheet>& sheets);

/// Repeats each sheet that a block is around for each member, gives the copies names, and rewrites everything
/// that names the sheet. Without members one hidden, emptied sheet stays. What the marks in the cells come to
/// is left to the rows: the origins returned, one a sheet of the document as it is now, say for which member
/// each stands. Throws Error with the place of the mark.
std::vector<Origin> repeat_sheets(odf::Document& document, const std::vector<TemplateSheet>& sheets,
                                  Scopes& scopes, Entries& entries, const DocumentLists& lists);

/// The place of what is wrong with a sheet's name.
SourcePos place_of_name(const odf::Document& document, const std::string& sheet);

} // namespace termbook::fill
