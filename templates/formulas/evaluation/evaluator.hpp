// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/evaluation/operand.hpp"
#include "templates/formulas/node.hpp"

#include <functional>
#include <initializer_list>
#include <optional>
#include <span>

namespace termbook::formulas {

/// Whether ranges stand for all their cells (within SUMPRODUCT) or for the one beside the formula.
enum class Mode { single, array };

/// Walks the tree of one formula. What it does not know it gives up on: the formula then has no result.
class Evaluator {
  public:
    Evaluator(Cells& cells, const Position& position) : m_cells(cells), m_position(position) {}

    Operand evaluate(const Node& node, Mode mode);

    /// There is no result that is sure to be Calc's. Returns something to carry on with.
    Value give_up();
    bool has_given_up() const { return m_given_up; }

    /// The error of several arguments' that is the result. When there are two kinds, which one depends on the
    /// order in which Calc takes the arguments of each function: then there is no sure result.
    std::optional<FormulaError> any_error(std::initializer_list<std::optional<FormulaError>> errors);

    const Position& position() const { return m_position; }

    /// One value: of a range the cell in the formula's own row or column, of an array the first.
    Value single(const Operand& operand);
    Value single(const Node& node, Mode mode) { return single(evaluate(node, mode)); }

    /// The operand as a table; ranges end where their sheets do.
    Array array(const Operand& operand);

    Value cell(const Area& area, std::int64_t column, std::int64_t row);

    /// The part of the area that may hold something; never less than its first cell.
    Area used(const Area& area);

    /// Counts cells that are about to be visited; gives up, and returns false, when the formula reads too
    /// many of them.
    bool may_visit(std::int64_t cells);

    /// Visits what may hold something, column by column as Calc does, until `visit` returns false.
    void each_cell(const Area& area, const std::function<bool(const Value&)>& visit);

    /// Blank is 0, truth is 1, text is read as a number.
    Number number(const Value& value);
    Text text(const Value& value);

  private:
    Operand part(const Node& node, Mode mode);
    Operand reference(const Node& node);
    Operand name(const Node& node);
    Operand chain(const Node& node, Mode mode);
    Operand array_of(const Node& node);
    Operand join_areas(Operator operation, const Operand& left, const Operand& right);

    Cells& m_cells;
    const Position& m_position;
    bool m_given_up{false};
    bool m_gathers_sheets{
        false}; ///< the part is an argument of a function that takes cells of several sheets
    std::int64_t m_visits{0};
};

/// The first of the operands that is an error in itself, rather than a cell that holds one: Calc meets those
/// first.
std::optional<FormulaError> error_among(std::span<const Operand> operands);

/// Whether an operand that is an error is the result, or something to look at (ISERROR).
enum class Errors { are_the_result, are_looked_at };

/// Applies `make` to one value of each operand: once, or for each place when one of them is an array (or, in
/// array mode, a range). An operand of one row or column serves all.
Operand for_each_place(Evaluator& evaluator, const std::vector<Operand>& operands, Mode mode,
                       const std::function<Value(const std::vector<Value>&)>& make,
                       Errors errors = Errors::are_the_result);

} // namespace termbook::formulas
