// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/references.hpp"

#include <pugixml.hpp>

namespace termbook::fill {

/// Rewrites every address that attributes hold in a tree outside cells' own formulas: names, database ranges,
/// validations, conditional formats (one entry, its ranges grown), print ranges, charts, shapes, pivot
/// tables. Rows of tables are left out: they are written one by one.
void rewrite_links(pugi::xml_node root, const References& references, const Standpoint& from);

} // namespace termbook::fill
