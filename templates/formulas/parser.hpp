// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/lexer.hpp"
#include "templates/formulas/node.hpp"

#include <vector>

namespace termbook::formulas {

/// How deeply parentheses, calls and signs may nest.
constexpr int most_depth = 128;

/// Makes the tree of an expression; `Node::piece` is the index of its token. Operators bind as in
/// OpenFormula, loosest first: comparison; `&`; `+ -`; `* /`; `^`; `%`; signs; `~`; `!`; `:`. All of them
/// group from the left. Throws Error (column = place from 1).
Node parse_expression(const std::vector<Token>& tokens);

} // namespace termbook::formulas
