// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluation/texts.hpp"
#include "templates/formulas/functions/groups.hpp"

#include <algorithm>
#include <cmath>

namespace termbook::formulas {

namespace {

/// A count of characters: whole, and an error below `least`.
Number count_of(Evaluator& evaluator, const Value& value, double least) {
    Number number = evaluator.number(value);
    if (number.error) return number;
    number.number = std::min(std::floor(number.number), 1e9);
    if (number.number < least) number.error = FormulaError::value;
    return number;
}

std::size_t at_most(double wanted, std::size_t available) {
    return wanted >= static_cast<double>(available) ? available : static_cast<std::size_t>(wanted);
}

Value part(Evaluator& evaluator, std::span<const Value> values, bool from_left) {
    const Number count =
        values.size() > 1 ? count_of(evaluator, values[1], 0) : Number{.number = 1, .error = {}};
    const Text text = evaluator.text(values[0]);
    if (const auto error = evaluator.any_error({count.error, text.error})) return *error;
    const std::u32string characters = to_characters(text.text);
    const std::size_t length = at_most(count.number, characters.size());
    return to_text(characters.substr(from_left ? 0 : characters.size() - length, length));
}

} // namespace

Value concatenate(Evaluator& evaluator, std::span<const Value> values) {
    std::string joined;
    for (const auto& value : values) {
        const Text text = evaluator.text(value);
        if (text.error) return *text.error;
        joined += text.text;
    }
    return joined;
}

Value left_part(Evaluator& evaluator, std::span<const Value> values) {
    return part(evaluator, values, true);
}

Value right_part(Evaluator& evaluator, std::span<const Value> values) {
    return part(evaluator, values, false);
}

Value middle_part(Evaluator& evaluator, std::span<const Value> values) {
    const Number count = count_of(evaluator, values[2], 0);
    const Number start = count_of(evaluator, values[1], 1);
    const Text text = evaluator.text(values[0]);
    if (const auto error = evaluator.any_error({count.error, start.error, text.error})) return *error;
    const std::u32string characters = to_characters(text.text);
    const std::size_t from = at_most(start.number - 1, characters.size());
    return to_text(characters.substr(from, at_most(count.number, characters.size() - from)));
}

Value length(Evaluator& evaluator, std::span<const Value> values) {
    const Text text = evaluator.text(values[0]);
    if (text.error) return *text.error;
    return static_cast<double>(to_characters(text.text).size());
}

Value lower_case(Evaluator& evaluator, std::span<const Value> values) {
    const Text text = evaluator.text(values[0]);
    if (text.error) return *text.error;
    return in_lower_case(text.text);
}

Value upper_case(Evaluator& evaluator, std::span<const Value> values) {
    const Text text = evaluator.text(values[0]);
    if (text.error) return *text.error;
    return in_upper_case(text.text);
}

Value trimmed(Evaluator& evaluator, std::span<const Value> values) {
    const Text text = evaluator.text(values[0]);
    if (text.error) return *text.error;
    std::string kept;
    for (const char c : text.text)
        if (c != ' ' || (!kept.empty() && kept.back() != ' ')) kept += c;
    if (kept.ends_with(' ')) kept.pop_back();
    return kept;
}

} // namespace termbook::formulas
