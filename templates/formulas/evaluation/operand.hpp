// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/evaluate.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace termbook::formulas {

/// Cells of one sheet, from 0, both ends included, the lower first.
struct Area {
    std::string sheet;
    std::int32_t first_column{0};
    std::int32_t first_row{0};
    std::int32_t last_column{0};
    std::int32_t last_row{0};

    std::int64_t columns() const { return std::int64_t{last_column} - first_column + 1; }
    std::int64_t rows() const { return std::int64_t{last_row} - first_row + 1; }
    bool is_cell() const { return first_column == last_column && first_row == last_row; }
};

/// What a reference means: one area, or several that `~` unites.
using Areas = std::vector<Area>;

/// A table of values, row by row.
struct Array {
    std::size_t columns{0};
    std::size_t rows{0};
    std::vector<Value> values;

    const Value& at(std::size_t column, std::size_t row) const { return values[row * columns + column]; }
};

/// What a part of a formula gives: cells that have not been looked at, a table, or one value.
using Operand = std::variant<Value, Areas, Array>;

/// A number, or the error that took its place.
struct Number {
    double number{0};
    std::optional<FormulaError> error;
};

struct Text {
    std::string text;
    std::optional<FormulaError> error;
};

} // namespace termbook::formulas
