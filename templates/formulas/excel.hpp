// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/node.hpp"

#include <string>
#include <string_view>

namespace termbook::formulas {

/// The expression as a spreadsheet in Office Open XML holds it, without the leading `=`.
std::string write_excel(const Node& root);

/// What Excel's files call an OpenFormula function (both in capitals): `SUM`, `_xlfn.IFS` for
/// `COM.MICROSOFT.IFS`, `NORMSDIST` for `LEGACY.NORMSDIST`. A function that Excel does not have keeps its
/// name.
std::string excel_function(std::string_view open_formula_name);

} // namespace termbook::formulas
