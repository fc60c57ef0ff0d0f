// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluation/arithmetic.hpp"
#include "templates/formulas/evaluation/number_text.hpp"
#include "templates/formulas/evaluation/operators.hpp"
#include "templates/formulas/functions/groups.hpp"

#include <algorithm>

namespace termbook::formulas {

namespace {

std::optional<double> as_number(const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? 1.0 : 0.0;
    return std::nullopt;
}

/// Visits the numbers of all arguments: of cells and arrays those that are numbers, of anything else what it
/// is as a number. Returns the error that is the result instead.
template<typename Visit>
std::optional<FormulaError> each_number(const Call& call, Visit visit) {
    const auto operands = call.operands();
    auto failed = error_among(operands);
    if (failed) return failed;
    const auto fail = [&](FormulaError error) { failed = call.evaluator.any_error({failed, error}); };
    const auto see = [&](const Value& value) {
        if (const auto number = as_number(value)) visit(*number);
        if (const auto* error = std::get_if<FormulaError>(&value)) fail(*error);
        return true;
    };
    for (const auto& operand : operands) {
        if (const auto* areas = std::get_if<Areas>(&operand)) {
            for (const auto& area : *areas)
                call.evaluator.each_cell(area, see);
        } else if (const auto* array = std::get_if<Array>(&operand)) {
            for (const auto& value : array->values)
                see(value);
        } else {
            const Value& value = std::get<Value>(operand);
            if (std::holds_alternative<std::string>(value))
                fail(FormulaError::value);
            else if (std::holds_alternative<Blank>(value))
                visit(0.0);
            else
                see(value);
        }
    }
    return failed;
}

Operand extreme(const Call& call, bool (*before)(double, double)) {
    std::optional<double> found;
    const auto failed = each_number(call, [&](double number) {
        if (!found || before(number, *found)) found = number;
    });
    if (failed) return Value(*failed);
    return Value(found.value_or(0.0));
}

/// Visits every value; `literal` when it stands in the formula itself.
template<typename Visit>
void each_value(const Call& call, Visit visit) {
    for (std::size_t i = 0; i < call.count(); ++i) {
        const Operand operand = call.operand(i);
        if (const auto* areas = std::get_if<Areas>(&operand)) {
            for (const auto& area : *areas)
                call.evaluator.each_cell(area, [&](const Value& value) {
                    visit(value, false);
                    return true;
                });
        } else if (const auto* array = std::get_if<Array>(&operand)) {
            for (const auto& value : array->values)
                visit(value, false);
        } else {
            visit(std::get<Value>(operand), true);
        }
    }
}

} // namespace

Operand sum(const Call& call) {
    Sum total;
    if (const auto failed = each_number(call, [&](double number) { total.add(number); }))
        return Value(*failed);
    return finite(total.total());
}

Operand average(const Call& call) {
    Sum total;
    double count = 0;
    const auto failed = each_number(call, [&](double number) {
        total.add(number);
        ++count;
    });
    if (failed) return Value(*failed);
    if (count == 0) return Value(FormulaError::div0);
    return finite(total.total() / count);
}

Operand smallest(const Call& call) {
    return extreme(call, [](double a, double b) { return a < b; });
}

Operand largest(const Call& call) {
    return extreme(call, [](double a, double b) { return a > b; });
}

Operand count_numbers(const Call& call) {
    double count = 0;
    each_value(call, [&](const Value& value, bool literal) {
        if (as_number(value) || (literal && std::holds_alternative<Blank>(value))) ++count;
        if (!literal || !std::holds_alternative<std::string>(value)) return;
        const Number number = call.evaluator.number(value);
        if (!number.error) ++count;
    });
    return Value(count);
}

Operand count_filled(const Call& call) {
    double count = 0;
    each_value(call, [&](const Value& value, bool literal) {
        if (literal || !std::holds_alternative<Blank>(value)) ++count;
    });
    return Value(count);
}

Operand count_blank(const Call& call) {
    const Operand operand = call.operand(0);
    const auto* areas = std::get_if<Areas>(&operand);
    if (areas == nullptr || areas->size() != 1) return call.evaluator.give_up();
    const Area& area = areas->front();
    std::int64_t filled = 0;
    call.evaluator.each_cell(area, [&](const Value& value) {
        const auto* text = std::get_if<std::string>(&value);
        const bool blank = std::holds_alternative<Blank>(value) || (text != nullptr && text->empty());
        if (!blank) ++filled;
        return true;
    });
    return Value(static_cast<double>(area.columns() * area.rows() - filled));
}

Operand sum_of_products(const Call& call) {
    std::vector<Operand> operands;
    for (const auto& argument : call.arguments)
        operands.push_back(call.evaluator.evaluate(argument, Mode::array));
    if (const auto error = error_among(operands)) return Value(*error);
    std::vector<Array> tables;
    for (const auto& operand : operands) {
        tables.push_back(call.evaluator.array(operand));
        if (tables.back().columns != tables.front().columns || tables.back().rows != tables.front().rows)
            return Value(FormulaError::value);
    }
    Sum total;
    std::optional<FormulaError> failed;
    for (std::size_t i = 0; i < tables.front().values.size(); ++i) {
        double product = 1;
        bool has_text = false;
        std::optional<FormulaError> error;
        for (const auto& table : tables) {
            const Value& value = table.values[i];
            has_text = has_text || std::holds_alternative<std::string>(value);
            if (const auto* found = std::get_if<FormulaError>(&value)) error = *found;
            product *= as_number(value).value_or(0.0);
        }
        if (has_text) continue; // even beside an error
        failed = call.evaluator.any_error({failed, error});
        total.add(product);
    }
    if (failed) return Value(*failed);
    return finite(total.total());
}

} // namespace termbook::formulas
