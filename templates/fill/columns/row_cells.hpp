// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/sheet_plan.hpp"

#include <vector>

namespace termbook::fill {

/// Gives each column of the sheet's blocks a cell of its own in a row, where one element stood for several.
/// A row that reaches into a block reaches to its end then.
void split_cells(pugi::xml_node row, const SheetPlan& plan);

/// Gives each column of the sheet's blocks an element of its own, also where the document had none.
void split_columns(const SheetPlan& plan);

/// Writes the column elements as often as their blocks are shown; hidden ones where they are not. Throws
/// Error where a block cuts through a group of columns or the repeated header columns.
void write_columns(const SheetPlan& plan);

/// Takes blank cells, and columns, from the end of a sheet that has more than there may be. Throws Error when
/// they hold something.
void trim_columns(const SheetPlan& plan);

} // namespace termbook::fill
