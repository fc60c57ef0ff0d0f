// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/formula.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace termbook::formulas {

enum class FormulaError { null, div0, value, ref, name, num, na };

/// "#DIV/0!" and the like.
std::string to_string(FormulaError error);

struct Blank {
    friend bool operator==(Blank, Blank) = default;
};

/// What a cell or an expression holds.
using Value = std::variant<Blank, double, bool, std::string, FormulaError>;

/// Gives a formula the cells it refers to.
class Cells {
  public:
    virtual ~Cells() = default;

    /// The value of a cell, from 0; a cell outside the sheet is Blank, an unknown sheet is FormulaError::ref.
    virtual Value value(const std::string& sheet, std::int32_t column, std::int32_t row) = 0;

    /// How many rows and columns of the sheet hold anything, so that whole columns stay cheap.
    virtual std::int32_t used_rows(const std::string& sheet) = 0;
    virtual std::int32_t used_columns(const std::string& sheet) = 0;

    /// The sheets from one to another, both included, in the order that they stand in; none if either is not
    /// known.
    virtual std::vector<std::string> sheets_between(const std::string& first, const std::string& last) = 0;

    /// What a defined name stands for; none if there is no such name.
    virtual std::optional<Reference> name(const std::string& name, const std::string& sheet) = 0;
};

/// Where the formula stands, which relative parts of it mean.
struct Position {
    std::string sheet;
    std::int32_t column{0};
    std::int32_t row{0};
};

/// The formula's result as LibreOffice Calc computes it, or none when it uses something that the evaluator
/// does not have: the caller then writes the formula without a result, never 0.
std::optional<Value> evaluate(const Formula& formula, Cells& cells, const Position& position);

} // namespace termbook::formulas
