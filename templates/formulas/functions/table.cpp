// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/functions/table.hpp"

#include "templates/formulas/functions/groups.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace termbook::formulas {

namespace {

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

constexpr std::array table{
    Function{"ABS", 1, 1, &absolute},
    Function{"AND", 1, any_number, &all_true},
    Function{"AVERAGE", 1, any_number, &average},
    Function{"COLUMN", 0, 1, &column_of},
    Function{"CONCATENATE", 1, any_number, &concatenate},
    Function{"COUNT", 0, any_number, &count_numbers},
    Function{"COUNTA", 0, any_number, &count_filled},
    Function{"COUNTBLANK", 1, 1, &count_blank},
    Function{"COUNTIF", 2, 2, &count_if},
    Function{"FALSE", 0, 0, &false_value},
    Function{"IF", 1, 3, &if_then},
    Function{"IFERROR", 2, 2, &if_error},
    Function{"IFNA", 2, 2, &if_not_available},
    Function{"INDEX", 1, 4, &index_of},
    Function{"INT", 1, 1, &integer},
    Function{"ISBLANK", 1, 1, &is_blank, Errors::are_looked_at},
    Function{"ISERROR", 1, 1, &is_error, Errors::are_looked_at},
    Function{"ISNUMBER", 1, 1, &is_number, Errors::are_looked_at},
    Function{"ISTEXT", 1, 1, &is_text, Errors::are_looked_at},
    Function{"LEFT", 1, 2, &left_part},
    Function{"LEN", 1, 1, &length},
    Function{"LOWER", 1, 1, &lower_case},
    Function{"MATCH", 2, 3, &match},
    Function{"MAX", 1, any_number, &largest},
    Function{"MID", 3, 3, &middle_part},
    Function{"MIN", 1, any_number, &smallest},
    Function{"MOD", 2, 2, &remainder_of},
    Function{"NA", 0, 0, &not_available},
    Function{"NOT", 1, 1, &negated},
    Function{"OR", 1, any_number, &any_true},
    Function{"RIGHT", 1, 2, &right_part},
    Function{"ROUND", 1, 2, &rounded},
    Function{"ROUNDDOWN", 1, 2, &rounded_down},
    Function{"ROUNDUP", 1, 2, &rounded_up},
    Function{"ROW", 0, 1, &row_of},
    Function{"SUM", 0, any_number, &sum},
    Function{"SUMIF", 2, 3, &sum_if},
    Function{"SUMPRODUCT", 1, any_number, &sum_of_products},
    Function{"TEXT", 2, 2, &formatted},
    Function{"TRIM", 1, 1, &trimmed},
    Function{"TRUE", 0, 0, &true_value},
    Function{"UPPER", 1, 1, &upper_case},
    Function{"VALUE", 1, 1, &value_of},
    Function{"VLOOKUP", 3, 4, &look_up_in_column},
};

static_assert(std::is_sorted(table.begin(), table.end(),
                             [](const Function& a, const Function& b) { return a.name < b.name; }));

} // namespace

std::span<const Function> functions() {
    return table;
}

Operand call_function(Evaluator& evaluator, const Node& node, Mode mode) {
    const auto known = std::lower_bound(
        table.begin(), table.end(), node.text,
        [](const Function& function, const std::string& name) { return function.name < name; });
    if (known == table.end() || known->name != node.text) return evaluator.give_up();
    if (node.children.size() < known->least || node.children.size() > known->most) return evaluator.give_up();
    if (const auto* run = std::get_if<CallFunction>(&known->run))
        return (*run)(Call{.evaluator = evaluator, .arguments = node.children, .mode = mode});
    std::vector<Operand> operands;
    for (const auto& child : node.children)
        operands.push_back(evaluator.evaluate(child, mode));
    const auto run = std::get<ValueFunction>(known->run);
    return for_each_place(
        evaluator, operands, mode, [&](const std::vector<Value>& values) { return run(evaluator, values); },
        known->errors);
}

} // namespace termbook::formulas
