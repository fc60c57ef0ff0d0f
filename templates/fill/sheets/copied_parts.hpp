// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/sheets/copy_rules.hpp"
#include "templates/odf/document.hpp"

#include <pugixml.hpp>
#include <string>

namespace termbook::fill {

/// Rewrites all addresses in a sheet: of its cells, its drawings and charts, its own settings.
void rewrite_sheet(pugi::xml_node table, const CopyRules& rules);

/// Gives a further copy of a sheet its own of what the document keeps beside the sheets: the validations that
/// its cells have, the database ranges on it, and the names that mean it, which are local to the copy then.
/// Comes before the document's own are rewritten.
void copy_parts(odf::Document& document, pugi::xml_node table, const CopyRules& rules,
                const CopyRules& of_document);

/// Gives the copies of a sheet how it was viewed: frozen rows, zoom.
void copy_views(odf::Document& document, const std::string& sheet, const SheetCopies& copies);

/// Hides a sheet and empties it, so that references to it stay whole.
void empty_sheet(odf::Document& document, pugi::xml_node table);

} // namespace termbook::fill
