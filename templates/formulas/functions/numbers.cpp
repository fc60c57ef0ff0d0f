// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluation/arithmetic.hpp"
#include "templates/formulas/evaluation/operators.hpp"
#include "templates/formulas/functions/groups.hpp"

#include <algorithm>
#include <cmath>

namespace termbook::formulas {

namespace {

Value round_value(Evaluator& evaluator, std::span<const Value> values, Rounding rounding) {
    const Number decimals = values.size() > 1 ? evaluator.number(values[1]) : Number{};
    const Number number = evaluator.number(values[0]);
    if (const auto error = evaluator.any_error({decimals.error, number.error})) return *error;
    const double whole = std::copysign(whole_below(std::abs(decimals.number)), decimals.number);
    return finite(round_to(number.number, static_cast<int>(std::clamp(whole, -400.0, 400.0)), rounding));
}

} // namespace

Value absolute(Evaluator& evaluator, std::span<const Value> values) {
    const Number number = evaluator.number(values[0]);
    if (number.error) return *number.error;
    return std::abs(number.number);
}

Value integer(Evaluator& evaluator, std::span<const Value> values) {
    const Number number = evaluator.number(values[0]);
    if (number.error) return *number.error;
    return whole_below(number.number);
}

Value remainder_of(Evaluator& evaluator, std::span<const Value> values) {
    const Number divisor = evaluator.number(values[1]);
    if (divisor.error) return *divisor.error;
    if (divisor.number == 0) return FormulaError::div0;
    const Number number = evaluator.number(values[0]);
    if (number.error) return *number.error;
    const double d = divisor.number;
    const double rest = subtract(number.number, whole_below(number.number / d) * d);
    if (rest != 0 && ((d > 0) != (rest > 0) || std::abs(rest) >= std::abs(d))) return FormulaError::value;
    return finite(rest);
}

Value rounded(Evaluator& evaluator, std::span<const Value> values) {
    return round_value(evaluator, values, Rounding::half_away);
}

Value rounded_down(Evaluator& evaluator, std::span<const Value> values) {
    return round_value(evaluator, values, Rounding::towards_zero);
}

Value rounded_up(Evaluator& evaluator, std::span<const Value> values) {
    return round_value(evaluator, values, Rounding::away);
}

Value value_of(Evaluator& evaluator, std::span<const Value> values) {
    const Number number = evaluator.number(values[0]);
    if (number.error) return *number.error;
    return number.number;
}

} // namespace termbook::formulas
