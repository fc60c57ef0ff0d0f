// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/reading/template_sheet.hpp"

#include <optional>
#include <vector>

namespace termbook::fill {

/// A block across columns as it was read.
struct ColumnBlock {
    Block block;
    std::optional<std::size_t> around; ///< the one it was opened in
};

/// The blocks across columns as a tree, parents first, below one for the whole sheet. Several over the same
/// columns with the same #each are one; blocks that overlap otherwise than by nesting are an error.
std::vector<Block> nest_columns(const std::vector<ColumnBlock>& read, const OnError& on_error);

} // namespace termbook::fill
