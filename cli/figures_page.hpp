// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

namespace termbook::cli {

/// docs/figures.md: every figure of the catalogue with what it needs and takes, then groups, comparisons,
/// periods, dimensions, and what marks and letters in exports count as. In Markdown.
std::string figures_page();

} // namespace termbook::cli
