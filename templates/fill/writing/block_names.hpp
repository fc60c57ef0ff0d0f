// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/sheet_plan.hpp"

#include <pugixml.hpp>
#include <string>
#include <vector>

namespace termbook::fill {

/// Gives the rows of each repeated block (outermost ones only) a name, `tb_` and 16 hex digits, by which a
/// refresh finds the block again; of a block across columns its cells in the row that it is opened in.
void name_blocks(pugi::xml_node spreadsheet, const std::vector<SheetPlan>& plans);

/// The name: the same for the same block in the same place of a template, on every machine.
std::string block_name(const SheetPlan& plan, const Block& block);

} // namespace termbook::fill
