// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/core_figure_book.hpp"
#include "templates/odf/document.hpp"

#include <vector>

namespace termbook::cli {

/// The figures that a template shows when it is filled from these, and those that it decides by: each request
/// as its marks and blocks make it, in the order asked. Throws Error like fill::fill.
std::vector<FigureRequest> figures_asked(const odf::Document& document, const Figures& figures);

} // namespace termbook::cli
