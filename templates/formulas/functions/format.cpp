// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluation/number_text.hpp"
#include "templates/formulas/functions/date_format.hpp"
#include "templates/formulas/functions/groups.hpp"
#include "templates/formulas/functions/number_format.hpp"

namespace termbook::formulas {

Value formatted(Evaluator& evaluator, std::span<const Value> values) {
    if (const auto* error = std::get_if<FormulaError>(&values[0])) return *error;
    const Text code = evaluator.text(values[1]);
    if (code.error) return *code.error;
    if (code.text.empty()) return std::string();
    double number = 0;
    if (const auto* text = std::get_if<std::string>(&values[0])) {
        const NumberText read = read_number(*text);
        if (read.depends) return evaluator.give_up();
        if (!read.number)
            return code.text == "@" || can_format_number(code.text) || can_format_date(code.text)
                       ? Value(*text)
                       : evaluator.give_up();
        number = *read.number;
    } else {
        number = evaluator.number(values[0]).number;
    }
    if (code.text == "General" || code.text == "@") return write_number(number);
    if (const auto shown = format_number(code.text, number)) return *shown;
    if (const auto shown = format_date(code.text, number)) return *shown;
    return evaluator.give_up();
}

} // namespace termbook::formulas
