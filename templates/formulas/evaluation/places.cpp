// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluation/evaluator.hpp"
#include "templates/formulas/evaluation/number_text.hpp"

#include <algorithm>

namespace termbook::formulas {

namespace {

constexpr std::int64_t most_elements = 4'000'000;
/// One repeated cell can fill a sheet of 17 thousand million; no formula that people wait for reads more than
/// this.
constexpr std::int64_t most_visits = 10'000'000;

/// How far two operands reach together: one row serves all, otherwise the shorter ends it.
std::size_t shared_extent(std::size_t a, std::size_t b) {
    if (a == 1) return b;
    return b == 1 ? a : std::min(a, b);
}

} // namespace

Value Evaluator::cell(const Area& area, std::int64_t column, std::int64_t row) {
    return m_cells.value(area.sheet, static_cast<std::int32_t>(area.first_column + column),
                         static_cast<std::int32_t>(area.first_row + row));
}

Area Evaluator::used(const Area& area) {
    Area inside = area;
    inside.last_row = std::max(area.first_row, std::min(area.last_row, m_cells.used_rows(area.sheet) - 1));
    inside.last_column =
        std::max(area.first_column, std::min(area.last_column, m_cells.used_columns(area.sheet) - 1));
    return inside;
}

bool Evaluator::may_visit(std::int64_t cells) {
    if (cells > most_visits - m_visits) {
        give_up();
        return false;
    }
    m_visits += cells;
    return true;
}

void Evaluator::each_cell(const Area& area, const std::function<bool(const Value&)>& visit) {
    const Area inside = used(area);
    if (!may_visit(inside.columns() * inside.rows())) return;
    for (std::int64_t column = 0; column < inside.columns(); ++column)
        for (std::int64_t row = 0; row < inside.rows(); ++row)
            if (!visit(cell(inside, column, row))) return;
}

Value Evaluator::single(const Operand& operand) {
    if (const auto* value = std::get_if<Value>(&operand)) return *value;
    if (const auto* array = std::get_if<Array>(&operand))
        return array->values.empty() ? Value(FormulaError::value) : array->values.front();
    const auto& areas = std::get<Areas>(operand);
    if (areas.size() != 1) return FormulaError::value;
    const Area& area = areas.front();
    if (area.is_cell()) return cell(area, 0, 0);
    const std::int64_t column = m_position.column - area.first_column;
    const std::int64_t row = m_position.row - area.first_row;
    if (area.columns() == 1 && row >= 0 && row < area.rows()) return cell(area, 0, row);
    if (area.rows() == 1 && column >= 0 && column < area.columns()) return cell(area, column, 0);
    return FormulaError::value;
}

Array Evaluator::array(const Operand& operand) {
    if (const auto* value = std::get_if<Value>(&operand))
        return {.columns = 1, .rows = 1, .values = {*value}};
    if (const auto* array = std::get_if<Array>(&operand)) return *array;
    const auto& areas = std::get<Areas>(operand);
    const Area inside = areas.size() == 1 ? used(areas.front()) : Area{};
    if (areas.size() != 1 || inside.columns() * inside.rows() > most_elements)
        return {.columns = 1, .rows = 1, .values = {give_up()}};
    Array array{.columns = static_cast<std::size_t>(inside.columns()),
                .rows = static_cast<std::size_t>(inside.rows()),
                .values = {}};
    array.values.reserve(array.columns * array.rows);
    for (std::int64_t row = 0; row < inside.rows(); ++row)
        for (std::int64_t column = 0; column < inside.columns(); ++column)
            array.values.push_back(cell(inside, column, row));
    return array;
}

Number Evaluator::number(const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return {.number = *number, .error = {}};
    if (const auto* truth = std::get_if<bool>(&value)) return {.number = *truth ? 1.0 : 0.0, .error = {}};
    if (const auto* error = std::get_if<FormulaError>(&value)) return {.number = 0, .error = *error};
    if (std::holds_alternative<Blank>(value)) return {};
    const NumberText read = read_number(std::get<std::string>(value));
    if (read.depends) give_up();
    if (!read.number) return {.number = 0, .error = FormulaError::value};
    return {.number = *read.number, .error = {}};
}

std::optional<FormulaError> Evaluator::any_error(std::initializer_list<std::optional<FormulaError>> errors) {
    std::optional<FormulaError> found;
    for (const auto& error : errors) {
        if (error && found && *error != *found) give_up();
        if (error) found = error;
    }
    return found;
}

Text Evaluator::text(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return {.text = *text, .error = {}};
    if (const auto* error = std::get_if<FormulaError>(&value)) return {.text = {}, .error = *error};
    if (std::holds_alternative<Blank>(value)) return {};
    return {.text = write_number(number(value).number), .error = {}};
}

std::optional<FormulaError> error_among(std::span<const Operand> operands) {
    for (const auto& operand : operands)
        if (const auto* value = std::get_if<Value>(&operand))
            if (const auto* error = std::get_if<FormulaError>(value)) return *error;
    return std::nullopt;
}

Operand for_each_place(Evaluator& evaluator, const std::vector<Operand>& operands, Mode mode,
                       const std::function<Value(const std::vector<Value>&)>& make, Errors errors) {
    if (errors == Errors::are_the_result)
        if (const auto error = error_among(operands)) return Value(*error);
    const auto is_table = [&](const Operand& operand) {
        if (const auto* areas = std::get_if<Areas>(&operand))
            return mode == Mode::array && !(areas->size() == 1 && areas->front().is_cell());
        return std::holds_alternative<Array>(operand);
    };
    if (std::none_of(operands.begin(), operands.end(), is_table)) {
        std::vector<Value> values;
        for (const auto& operand : operands)
            values.push_back(evaluator.single(operand));
        return make(values);
    }
    std::vector<Array> tables;
    Array result{.columns = 1, .rows = 1, .values = {}};
    for (const auto& operand : operands) {
        tables.push_back(is_table(operand) ? evaluator.array(operand)
                                           : Array{1, 1, {evaluator.single(operand)}});
        result.columns = shared_extent(result.columns, tables.back().columns);
        result.rows = shared_extent(result.rows, tables.back().rows);
    }
    std::vector<Value> values(tables.size());
    for (std::size_t row = 0; row < result.rows; ++row) {
        for (std::size_t column = 0; column < result.columns; ++column) {
            for (std::size_t i = 0; i < tables.size(); ++i)
                values[i] = tables[i].at(tables[i].columns == 1 ? 0 : column, tables[i].rows == 1 ? 0 : row);
            const FormulaError* error = nullptr;
            for (const auto& value : values)
                if (error == nullptr) error = std::get_if<FormulaError>(&value);
            const bool stop = error != nullptr && errors == Errors::are_the_result;
            result.values.push_back(stop ? Value(*error) : make(values));
        }
    }
    return result;
}

} // namespace termbook::formulas
