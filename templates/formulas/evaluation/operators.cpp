// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluation/operators.hpp"

#include "templates/formulas/evaluation/arithmetic.hpp"
#include "templates/formulas/evaluation/texts.hpp"

#include <cmath>

namespace termbook::formulas {

namespace {

const FormulaError* error_of(const Value& value) {
    return std::get_if<FormulaError>(&value);
}

/// A blank is compared as whatever the other side is; numbers (and truth, which is one) come before texts.
int compare(const Value& left, const Value& right) {
    const auto number = [](const Value& value) {
        if (const auto* truth = std::get_if<bool>(&value)) return *truth ? 1.0 : 0.0;
        const auto* number_value = std::get_if<double>(&value);
        return number_value != nullptr ? *number_value : 0.0;
    };
    const auto* left_text = std::get_if<std::string>(&left);
    const auto* right_text = std::get_if<std::string>(&right);
    const bool left_blank = std::holds_alternative<Blank>(left);
    const bool right_blank = std::holds_alternative<Blank>(right);
    if (left_text != nullptr && right_text != nullptr) return compare_texts(*left_text, *right_text);
    if (left_text != nullptr) return right_blank ? (left_text->empty() ? 0 : 1) : 1;
    if (right_text != nullptr) return left_blank ? (right_text->empty() ? 0 : -1) : -1;
    const double a = number(left);
    const double b = number(right);
    return nearly_equal(a, b) ? 0 : a < b ? -1 : 1;
}

Value power(double base, double exponent) {
    if (base == 0 && exponent < 0) return FormulaError::num;
    if (base < 0 && exponent != 0 && std::trunc(exponent) != exponent) { // an odd root of a negative number
        const double root = std::round(1 / exponent);
        if (std::fmod(std::abs(root), 2) == 1 && nearly_equal(1 / root, exponent))
            return finite(-std::pow(-base, exponent));
    }
    const double result = std::pow(base, exponent);
    if (result == 0 && base != 0) return FormulaError::num; // too small to be held
    return finite(result);
}

Value calculate(Operator operation, double left, double right) {
    switch (operation) {
    case Operator::add:
        return finite(add(left, right));
    case Operator::subtract:
        return finite(subtract(left, right));
    case Operator::multiply:
        return finite(left * right);
    case Operator::divide:
        return right == 0 ? Value(FormulaError::div0) : finite(left / right);
    default:
        return power(left, right);
    }
}

} // namespace

Value finite(double number) {
    if (!std::isfinite(number)) return FormulaError::num;
    return number;
}

Value apply(Evaluator& evaluator, Operator operation, const Value& left, const Value& right) {
    const bool calculates = operation >= Operator::add;
    if (!calculates) {
        if (const auto* error = error_of(right)) return *error;
        if (const auto* error = error_of(left)) return *error;
    }
    switch (operation) {
    case Operator::equal:
        return compare(left, right) == 0;
    case Operator::not_equal:
        return compare(left, right) != 0;
    case Operator::less:
        return compare(left, right) < 0;
    case Operator::less_equal:
        return compare(left, right) <= 0;
    case Operator::greater:
        return compare(left, right) > 0;
    case Operator::greater_equal:
        return compare(left, right) >= 0;
    case Operator::concatenate:
        return evaluator.text(left).text + evaluator.text(right).text;
    default:
        break;
    }
    const Number b = evaluator.number(right); // first, as Calc takes it
    if (b.error) return *b.error;
    const Number a = evaluator.number(left);
    if (a.error) return *a.error;
    return calculate(operation, a.number, b.number);
}

Value apply_sign(Evaluator& evaluator, Operator operation, const Value& value) {
    if (operation == Operator::add) return value;
    const Number number = evaluator.number(value);
    if (number.error) return *number.error;
    return number.number == 0 ? 0.0 : -number.number;
}

Value apply_percent(Evaluator& evaluator, const Value& value) {
    const Number number = evaluator.number(value);
    if (number.error) return *number.error;
    return number.number / 100;
}

} // namespace termbook::formulas
