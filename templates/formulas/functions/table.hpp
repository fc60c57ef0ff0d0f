// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/evaluation/evaluator.hpp"

#include <span>
#include <string_view>

namespace termbook::formulas {

/// A function as it is called: its arguments are parts of the tree, so that IF looks only at the one it
/// needs.
struct Call {
    Evaluator& evaluator;
    const std::vector<Node>& arguments;
    Mode mode;

    std::size_t count() const { return arguments.size(); }
    bool has(std::size_t index) const { return index < arguments.size(); }
    std::vector<Operand> operands() const {
        std::vector<Operand> all;
        for (const auto& argument : arguments)
            all.push_back(evaluator.evaluate(argument, mode));
        return all;
    }
    Operand operand(std::size_t index) const { return evaluator.evaluate(arguments[index], mode); }
};

/// One value from one value of each argument; arrays are taken place by place.
using ValueFunction = Value (*)(Evaluator&, std::span<const Value>);
/// Anything that looks at its arguments in its own way.
using CallFunction = Operand (*)(const Call&);

struct Function {
    std::string_view name;
    std::size_t least;
    std::size_t most;
    std::variant<ValueFunction, CallFunction> run;
    Errors errors{Errors::are_the_result}; ///< of a ValueFunction
};

/// The functions that are there, in order of their names.
std::span<const Function> functions();

/// Evaluates a call; gives up on a function that is not in the table.
Operand call_function(Evaluator& evaluator, const Node& node, Mode mode);

} // namespace termbook::formulas
