// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/address.hpp"
#include "templates/formulas/evaluation/arithmetic.hpp"
#include "templates/formulas/evaluation/operators.hpp"
#include "templates/formulas/functions/criterion.hpp"
#include "templates/formulas/functions/groups.hpp"

#include <algorithm>

namespace termbook::formulas {

namespace {

const Area* one_area(const Operand& operand) {
    const auto* areas = std::get_if<Areas>(&operand);
    return areas != nullptr && areas->size() == 1 ? &areas->front() : nullptr;
}

Value count(Evaluator& evaluator, const Operand& cells, const Value& condition) {
    if (const auto* error = std::get_if<FormulaError>(&condition)) return *error;
    const Criterion criterion = Criterion::of_condition(evaluator, condition);
    std::int64_t fitting = 0;
    const auto see = [&](const Value& value) {
        if (criterion.fits(value)) ++fitting;
        return true;
    };
    if (const Area* area = one_area(cells)) {
        evaluator.each_cell(*area, see);
        const Area inside = evaluator.used(*area);
        const std::int64_t beyond = area->columns() * area->rows() - inside.columns() * inside.rows();
        if (criterion.fits(Value(Blank{}))) fitting += beyond;
    } else {
        for (const auto& value : std::get<Array>(cells).values)
            see(value);
    }
    return static_cast<double>(fitting);
}

/// The cells to add, of the shape of the cells to look at.
Area beside(const Area& looked_at, const Area& added) {
    Area area = added;
    area.last_column =
        std::min(sheet_columns - 1, area.first_column + looked_at.last_column - looked_at.first_column);
    area.last_row = std::min(sheet_rows - 1, area.first_row + looked_at.last_row - looked_at.first_row);
    return area;
}

Value add_up(Evaluator& evaluator, const Area& looked_at, const Area& added, const Value& condition) {
    if (const auto* error = std::get_if<FormulaError>(&condition)) return *error;
    const Criterion criterion = Criterion::of_condition(evaluator, condition);
    const Area both = beside(looked_at, added);
    const Area added_used = evaluator.used(both);
    const Area looked_used = evaluator.used(looked_at);
    // A blank may fit, so go on as long as either side holds something.
    const std::int64_t rows = std::min(both.rows(), std::max(looked_used.rows(), added_used.rows()));
    const std::int64_t columns =
        std::min(both.columns(), std::max(looked_used.columns(), added_used.columns()));
    if (!evaluator.may_visit(rows * columns)) return Blank{};
    Sum total;
    std::optional<FormulaError> failed;
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t column = 0; column < columns; ++column) {
            if (!criterion.fits(evaluator.cell(looked_at, column, row))) continue;
            const Value value = evaluator.cell(both, column, row);
            if (const auto* error = std::get_if<FormulaError>(&value))
                failed = evaluator.any_error({failed, *error});
            if (std::holds_alternative<double>(value) || std::holds_alternative<bool>(value))
                total.add(evaluator.number(value).number);
        }
    }
    if (failed) return *failed;
    return finite(total.total());
}

} // namespace

Operand count_if(const Call& call) {
    const Operand cells = call.operand(0);
    if (const auto* value = std::get_if<Value>(&cells)) {
        const auto* error = std::get_if<FormulaError>(value);
        return Value(error != nullptr ? *error : FormulaError::value);
    }
    if (one_area(cells) == nullptr && !std::holds_alternative<Array>(cells)) return call.evaluator.give_up();
    return for_each_place(call.evaluator, {call.operand(1)}, call.mode,
                          [&](const auto& values) { return count(call.evaluator, cells, values[0]); });
}

Operand sum_if(const Call& call) {
    const Operand looked_at = call.operand(0);
    const Operand added = call.has(2) ? call.operand(2) : looked_at;
    const Area* from = one_area(looked_at);
    const Area* of = one_area(added);
    if (const auto error = error_among(std::vector<Operand>{looked_at, added})) return Value(*error);
    if (from == nullptr || of == nullptr) return call.evaluator.give_up();
    return for_each_place(call.evaluator, {call.operand(1)}, call.mode,
                          [&](const auto& values) { return add_up(call.evaluator, *from, *of, values[0]); });
}

} // namespace termbook::formulas
