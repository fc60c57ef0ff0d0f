// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluate.hpp"

#include "templates/formulas/evaluation/evaluator.hpp"

namespace termbook::formulas {

std::optional<Value> evaluate(const Formula& formula, Cells& cells, const Position& position) {
    Evaluator evaluator(cells, position);
    Value value = evaluator.single(formula.root(), Mode::single);
    if (evaluator.has_given_up()) return std::nullopt;
    if (std::holds_alternative<Blank>(value)) return Value(0.0); // a formula's cell is never blank
    return value;
}

} // namespace termbook::formulas
