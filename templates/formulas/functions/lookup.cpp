// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluation/operators.hpp"
#include "templates/formulas/functions/criterion.hpp"
#include "templates/formulas/functions/groups.hpp"

#include <cmath>

namespace termbook::formulas {

namespace {

/// Rows or columns of cells or of an array, looked at one by one.
class Line {
  public:
    Line(Evaluator& evaluator, const Operand& table, bool down) : m_evaluator(evaluator), m_down(down) {
        if (const auto* areas = std::get_if<Areas>(&table))
            m_area = areas->front();
        else
            m_array = std::get_if<Array>(&table);
        const Area inside = m_array == nullptr ? evaluator.used(m_area) : Area{};
        if (m_array != nullptr)
            m_size = static_cast<std::int64_t>(down ? m_array->rows : m_array->columns);
        else
            m_size = down ? inside.rows() : inside.columns();
    }

    std::int64_t size() const { return m_size; }

    Value at(std::int64_t place) const {
        const std::int64_t column = m_down ? 0 : place;
        const std::int64_t row = m_down ? place : 0;
        if (m_array == nullptr) return m_evaluator.cell(m_area, column, row);
        return m_array->at(static_cast<std::size_t>(column), static_cast<std::size_t>(row));
    }

  private:
    Evaluator& m_evaluator;
    bool m_down;
    Area m_area;
    const Array* m_array{nullptr};
    std::int64_t m_size{0};
};

bool is_number_like(const Value& value) {
    return std::holds_alternative<double>(value) || std::holds_alternative<bool>(value);
}

bool truth(Evaluator& evaluator, Operator operation, const Value& a, const Value& b) {
    return std::get<bool>(apply(evaluator, operation, a, b));
}

std::optional<std::int64_t> find_exactly(Evaluator& evaluator, const Line& line, const Value& wanted) {
    const Criterion criterion = Criterion::of_lookup(evaluator, wanted);
    for (std::int64_t i = 0; i < line.size(); ++i) {
        const Value value = line.at(i);
        if (!std::holds_alternative<Blank>(value) && criterion.fits(value)) return i;
    }
    return std::nullopt;
}

/// The last place of a sorted line that does not lie beyond what is wanted. Values of another kind are passed
/// over.
std::optional<std::int64_t> find_sorted(Evaluator& evaluator, const Line& line, const Value& wanted,
                                        bool ascending) {
    std::optional<std::int64_t> found;
    const Operator beyond = ascending ? Operator::greater : Operator::less;
    for (std::int64_t i = 0; i < line.size(); ++i) {
        const Value value = line.at(i);
        const bool text = std::holds_alternative<std::string>(value);
        if ((!text && !is_number_like(value)) || text != std::holds_alternative<std::string>(wanted))
            continue;
        if (truth(evaluator, beyond, value, wanted)) break;
        found = i;
    }
    return found;
}

struct Extent {
    std::int64_t columns{0};
    std::int64_t rows{0};
};

/// The size of cells or of an array; none of anything else.
std::optional<Extent> extent_of(const Operand& table) {
    if (const auto* array = std::get_if<Array>(&table))
        return Extent{static_cast<std::int64_t>(array->columns), static_cast<std::int64_t>(array->rows)};
    const auto* areas = std::get_if<Areas>(&table);
    if (areas == nullptr || areas->size() != 1) return std::nullopt;
    return Extent{areas->front().columns(), areas->front().rows()};
}

/// The part of a table; column or row below 0 is all of them.
Operand part_of(const Operand& table, const Extent& extent, std::int64_t column, std::int64_t row) {
    const std::int64_t first_column = column < 0 ? 0 : column;
    const std::int64_t last_column = column < 0 ? extent.columns - 1 : column;
    const std::int64_t first_row = row < 0 ? 0 : row;
    const std::int64_t last_row = row < 0 ? extent.rows - 1 : row;
    if (const auto* areas = std::get_if<Areas>(&table)) {
        const Area& whole = areas->front();
        return Areas{{.sheet = whole.sheet,
                      .first_column = static_cast<std::int32_t>(whole.first_column + first_column),
                      .first_row = static_cast<std::int32_t>(whole.first_row + first_row),
                      .last_column = static_cast<std::int32_t>(whole.first_column + last_column),
                      .last_row = static_cast<std::int32_t>(whole.first_row + last_row)}};
    }
    const auto& array = std::get<Array>(table);
    if (column >= 0 && row >= 0)
        return array.at(static_cast<std::size_t>(column), static_cast<std::size_t>(row));
    Array part{.columns = static_cast<std::size_t>(last_column - first_column + 1),
               .rows = static_cast<std::size_t>(last_row - first_row + 1),
               .values = {}};
    for (std::int64_t r = first_row; r <= last_row; ++r)
        for (std::int64_t c = first_column; c <= last_column; ++c)
            part.values.push_back(array.at(static_cast<std::size_t>(c), static_cast<std::size_t>(r)));
    return part;
}

/// A whole number among the arguments.
Number place(const Call& call, std::size_t index) {
    if (!call.has(index)) return {};
    Number number = call.evaluator.number(call.evaluator.single(call.operand(index)));
    number.number = std::floor(number.number);
    return number;
}

Operand number_of_line(const Call& call, bool rows) {
    const Position& own = call.evaluator.position();
    if (call.count() == 0) return Value(static_cast<double>((rows ? own.row : own.column) + 1));
    const Operand operand = call.operand(0);
    if (const auto* value = std::get_if<Value>(&operand);
        value && std::holds_alternative<FormulaError>(*value))
        return *value;
    const auto* areas = std::get_if<Areas>(&operand);
    if (areas == nullptr || areas->size() != 1) return call.evaluator.give_up();
    const Area& area = areas->front();
    const std::int64_t first = (rows ? area.first_row : area.first_column) + 1;
    const std::int64_t count = rows ? area.rows() : area.columns();
    if (count == 1) return Value(static_cast<double>(first));
    Array numbers{.columns = static_cast<std::size_t>(rows ? 1 : count),
                  .rows = static_cast<std::size_t>(rows ? count : 1),
                  .values = {}};
    for (std::int64_t i = 0; i < count; ++i)
        numbers.values.emplace_back(static_cast<double>(first + i));
    return numbers;
}

} // namespace

Operand row_of(const Call& call) {
    return number_of_line(call, true);
}

Operand column_of(const Call& call) {
    return number_of_line(call, false);
}

Operand index_of(const Call& call) {
    const Operand table = call.operand(0);
    if (const auto* value = std::get_if<Value>(&table); value && std::holds_alternative<FormulaError>(*value))
        return *value;
    const auto extent = extent_of(table);
    if (!extent || (call.has(3) && place(call, 3).number != 1)) return call.evaluator.give_up();
    Number row = place(call, 1);
    Number column = place(call, 2);
    if (row.error) return Value(*row.error);
    if (column.error) return Value(*column.error);
    if (!call.has(2) && extent->rows == 1)
        std::swap(row, column); // in a single row the one number counts columns
    if (row.number < 0 || column.number < 0 || row.number > static_cast<double>(extent->rows) ||
        column.number > static_cast<double>(extent->columns))
        return Value(FormulaError::value);
    const auto from_zero = [](double number, std::int64_t size) {
        return number == 0 && size == 1 ? 0 : static_cast<std::int64_t>(number) - 1;
    };
    return part_of(table, *extent, from_zero(column.number, extent->columns),
                   from_zero(row.number, extent->rows));
}

Operand match(const Call& call) {
    const Operand wanted = call.operand(0);
    const Operand table = call.operand(1);
    if (const auto error = error_among(std::vector<Operand>{wanted, table})) return Value(*error);
    const auto extent = extent_of(table);
    const Number type = call.has(2) ? place(call, 2) : Number{.number = 1, .error = {}};
    if (type.error) return Value(*type.error);
    if (!extent) return call.evaluator.give_up();
    if (extent->columns > 1 && extent->rows > 1) return Value(FormulaError::value);
    const Line line(call.evaluator, table, extent->columns == 1);
    return for_each_place(
        call.evaluator, {wanted}, call.mode, [&](const std::vector<Value>& values) -> Value {
            if (const auto* error = std::get_if<FormulaError>(&values[0])) return *error;
            const auto found = type.number == 0
                                   ? find_exactly(call.evaluator, line, values[0])
                                   : find_sorted(call.evaluator, line, values[0], type.number > 0);
            if (!found) return FormulaError::na;
            return static_cast<double>(*found + 1);
        });
}

Operand look_up_in_column(const Call& call) {
    const Operand wanted = call.operand(0);
    const Operand table = call.operand(1);
    if (const auto error = error_among(std::vector<Operand>{wanted, table})) return Value(*error);
    const auto extent = extent_of(table);
    if (!extent) return call.evaluator.give_up();
    const Number column = place(call, 2);
    if (column.error) return Value(*column.error);
    if (column.number < 1 || column.number > static_cast<double>(extent->columns))
        return Value(FormulaError::value);
    bool sorted = true;
    if (call.has(3)) {
        const Number mode = call.evaluator.number(call.evaluator.single(call.operand(3)));
        if (mode.error) return Value(*mode.error);
        sorted = mode.number != 0;
    }
    const Line line(call.evaluator, table, true);
    return for_each_place(
        call.evaluator, {wanted}, call.mode, [&](const std::vector<Value>& values) -> Value {
            if (const auto* error = std::get_if<FormulaError>(&values[0])) return *error;
            const auto found = sorted ? find_sorted(call.evaluator, line, values[0], true)
                                      : find_exactly(call.evaluator, line, values[0]);
            if (!found) return FormulaError::na;
            const Value value = call.evaluator.single(
                part_of(table, *extent, static_cast<std::int64_t>(column.number) - 1, *found));
            // Truth comes out as the number it is.
            return std::holds_alternative<bool>(value) ? Value(call.evaluator.number(value).number) : value;
        });
}

} // namespace termbook::formulas
