// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/reference.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace termbook::formulas {

enum class NodeKind {
    number,
    text,
    error,       ///< `#N/A` and the like, as spelt
    reference,   ///< a cell, a range, whole columns or rows of this document
    external,    ///< a cell of another document, as spelt: never read
    name,        ///< a defined name
    call,        ///< a function and its arguments
    prefix,      ///< one operator before one operand
    percent,     ///< one operand and `%`
    chain,       ///< operands with operators of one rank between them, read from the left
    parentheses, ///< one operand
    array,       ///< `{1;2|3;4}`: elements row by row
    missing,     ///< an argument that is not there: `IF(a;;b)`
};

enum class Operator {
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    concatenate,
    add,
    subtract,
    multiply,
    divide,
    power,
    unite,
    intersect,
    range,
};

/// A part of a formula. Operators of one rank are one node rather than a tower of pairs, so that a sum of ten
/// thousand terms is no deeper than a sum of two.
struct Node {
    NodeKind kind{NodeKind::missing};
    std::size_t piece{0};             ///< where its spelling stands in the formula's text
    std::string text;                 ///< text, error or name as it means; a function's name in capitals
    double number{0};                 ///< of a number
    Reference reference;              ///< of a reference
    std::optional<std::string> sheet; ///< of a name that says whose it is: `$Overview.total`
    std::vector<Operator> operators;  ///< of a chain (one fewer than operands) or prefix
    std::vector<Node> children;       ///< operands, arguments or elements
    std::size_t columns{0};           ///< of an array
};

} // namespace termbook::formulas
