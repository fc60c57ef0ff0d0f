// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/functions/groups.hpp"

namespace termbook::formulas {

namespace {

/// What AND and OR have seen so far.
struct Truths {
    bool any_number{false};
    bool all{true};
    bool any{false};
    std::optional<FormulaError> error;

    void see(double number) {
        any_number = true;
        all = all && number != 0;
        any = any || number != 0;
    }

    void fail(FormulaError failure) {
        if (!error) error = failure;
    }
};

/// A value found in a cell: text and blanks say nothing.
bool see_cell(Truths& truths, const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) truths.see(*number);
    if (const auto* truth = std::get_if<bool>(&value)) truths.see(*truth ? 1 : 0);
    if (const auto* error = std::get_if<FormulaError>(&value)) truths.fail(*error);
    return !truths.error;
}

void see_value(Truths& truths, const Value& value) {
    if (std::holds_alternative<std::string>(value))
        truths.fail(FormulaError::value);
    else if (std::holds_alternative<Blank>(value))
        truths.see(0);
    else
        see_cell(truths, value);
}

/// From the last argument to the first, as Calc does: that decides which of several errors is the result.
Truths look_at(const Call& call) {
    Truths truths;
    const auto operands = call.operands();
    truths.error = error_among(operands);
    for (std::size_t i = operands.size(); i > 0 && !truths.error; --i) {
        const Operand& operand = operands[i - 1];
        if (const auto* areas = std::get_if<Areas>(&operand)) {
            for (const auto& area : *areas)
                call.evaluator.each_cell(area, [&](const Value& value) { return see_cell(truths, value); });
        } else if (const auto* array = std::get_if<Array>(&operand)) {
            for (const auto& value : array->values)
                see_value(truths, value);
        } else {
            see_value(truths, std::get<Value>(operand));
        }
    }
    if (!truths.any_number) truths.fail(FormulaError::value);
    return truths;
}

Operand otherwise(const Call& call, bool (*caught)(FormulaError)) {
    if (call.arguments.front().kind == NodeKind::missing) return call.evaluator.give_up();
    const Operand operand = call.operand(0);
    const auto is_caught = [&](const Value& value) {
        const auto* error = std::get_if<FormulaError>(&value);
        return error != nullptr && caught(*error);
    };
    const bool table = std::holds_alternative<Array>(operand) ||
                       (call.mode == Mode::array && std::holds_alternative<Areas>(operand));
    if (table)
        return for_each_place(
            call.evaluator, {operand, call.operand(1)}, call.mode,
            [&](const auto& values) { return is_caught(values[0]) ? values[1] : values[0]; },
            Errors::are_looked_at);
    const Value value = call.evaluator.single(operand);
    return is_caught(value) ? call.operand(1) : Operand(value);
}

/// One branch for each place; a branch that is not there gives FALSE, as it does for a single value.
Operand branch_for_each_place(const Call& call, const Operand& condition) {
    std::vector<Operand> operands{condition, call.has(1) ? call.operand(1) : Operand(Value(true)),
                                  call.has(2) ? call.operand(2) : Operand(Value(false))};
    return for_each_place(
        call.evaluator, operands, call.mode,
        [&](const std::vector<Value>& values) -> Value {
            const Number chosen = call.evaluator.number(values[0]);
            if (chosen.error) return *chosen.error;
            return chosen.number != 0 ? values[1] : values[2];
        },
        Errors::are_looked_at);
}

} // namespace

Operand all_true(const Call& call) {
    const Truths truths = look_at(call);
    return truths.error ? Value(*truths.error) : Value(truths.all);
}

Operand any_true(const Call& call) {
    const Truths truths = look_at(call);
    return truths.error ? Value(*truths.error) : Value(truths.any);
}

Operand if_then(const Call& call) {
    const Operand condition = call.operand(0);
    const auto* areas = std::get_if<Areas>(&condition);
    const bool range = areas != nullptr && !(areas->size() == 1 && areas->front().is_cell());
    if (std::holds_alternative<Array>(condition) || (range && call.mode == Mode::array))
        return branch_for_each_place(call, condition);
    const Number chosen = call.evaluator.number(call.evaluator.single(condition));
    if (chosen.error) return Value(*chosen.error);
    const std::size_t branch = chosen.number != 0 ? 1 : 2;
    if (call.has(branch)) return call.operand(branch);
    return Value(branch == 1);
}

Operand if_error(const Call& call) {
    return otherwise(call, [](FormulaError) { return true; });
}

Operand if_not_available(const Call& call) {
    return otherwise(call, [](FormulaError error) { return error == FormulaError::na; });
}

Value negated(Evaluator& evaluator, std::span<const Value> values) {
    const Number number = evaluator.number(values[0]);
    if (number.error) return *number.error;
    return number.number == 0;
}

Value true_value(Evaluator&, std::span<const Value>) {
    return true;
}

Value false_value(Evaluator&, std::span<const Value>) {
    return false;
}

Value not_available(Evaluator&, std::span<const Value>) {
    return FormulaError::na;
}

Value is_blank(Evaluator&, std::span<const Value> values) {
    return std::holds_alternative<Blank>(values[0]);
}

Value is_error(Evaluator&, std::span<const Value> values) {
    return std::holds_alternative<FormulaError>(values[0]);
}

Value is_number(Evaluator&, std::span<const Value> values) {
    return std::holds_alternative<double>(values[0]) || std::holds_alternative<bool>(values[0]);
}

Value is_text(Evaluator&, std::span<const Value> values) {
    return std::holds_alternative<std::string>(values[0]);
}

} // namespace termbook::formulas
