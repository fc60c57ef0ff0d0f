// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/reading/template_sheet.hpp"

namespace termbook::fill {

/// Pairs the starts and ends of a sheet's blocks, in reading order: those over rows into `sheet.blocks`,
/// those across columns into `sheet.columns`, the one over sheets into `sheet.by_sheet`. A row belongs to one
/// chain of nested blocks: two blocks that stand side by side in a row are an error, as is a start without
/// its end.
void pair_blocks(TemplateSheet& sheet, const OnError& on_error);

} // namespace termbook::fill
