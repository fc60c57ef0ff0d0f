// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/evaluation/evaluator.hpp"

namespace termbook::formulas {

/// `left operation right` of two single values.
Value apply(Evaluator& evaluator, Operator operation, const Value& left, const Value& right);

/// -value or +value.
Value apply_sign(Evaluator& evaluator, Operator operation, const Value& value);

Value apply_percent(Evaluator& evaluator, const Value& value);

/// A number that is too large, or none at all, is #NUM!.
Value finite(double number);

} // namespace termbook::formulas
