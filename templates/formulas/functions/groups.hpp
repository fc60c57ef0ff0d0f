// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/functions/table.hpp"

namespace termbook::formulas {

// Over any number of cells (aggregates.cpp).
Operand sum(const Call& call);
Operand average(const Call& call);
Operand count_numbers(const Call& call);
Operand count_filled(const Call& call);
Operand count_blank(const Call& call);
Operand smallest(const Call& call);
Operand largest(const Call& call);
Operand sum_of_products(const Call& call);

// With a criterion (conditional.cpp).
Operand count_if(const Call& call);
Operand sum_if(const Call& call);

// Logic (logic.cpp).
Operand all_true(const Call& call);
Operand any_true(const Call& call);
Operand if_then(const Call& call);
Operand if_error(const Call& call);
Operand if_not_available(const Call& call);
Value negated(Evaluator& evaluator, std::span<const Value> values);
Value true_value(Evaluator& evaluator, std::span<const Value> values);
Value false_value(Evaluator& evaluator, std::span<const Value> values);
Value not_available(Evaluator& evaluator, std::span<const Value> values);
Value is_blank(Evaluator& evaluator, std::span<const Value> values);
Value is_error(Evaluator& evaluator, std::span<const Value> values);
Value is_number(Evaluator& evaluator, std::span<const Value> values);
Value is_text(Evaluator& evaluator, std::span<const Value> values);

// Numbers (numbers.cpp).
Value absolute(Evaluator& evaluator, std::span<const Value> values);
Value integer(Evaluator& evaluator, std::span<const Value> values);
Value remainder_of(Evaluator& evaluator, std::span<const Value> values);
Value rounded(Evaluator& evaluator, std::span<const Value> values);
Value rounded_down(Evaluator& evaluator, std::span<const Value> values);
Value rounded_up(Evaluator& evaluator, std::span<const Value> values);
Value value_of(Evaluator& evaluator, std::span<const Value> values);

// Text (text.cpp; TEXT in format.cpp).
Value concatenate(Evaluator& evaluator, std::span<const Value> values);
Value left_part(Evaluator& evaluator, std::span<const Value> values);
Value right_part(Evaluator& evaluator, std::span<const Value> values);
Value middle_part(Evaluator& evaluator, std::span<const Value> values);
Value length(Evaluator& evaluator, std::span<const Value> values);
Value lower_case(Evaluator& evaluator, std::span<const Value> values);
Value upper_case(Evaluator& evaluator, std::span<const Value> values);
Value trimmed(Evaluator& evaluator, std::span<const Value> values);
Value formatted(Evaluator& evaluator, std::span<const Value> values);

// Looking things up (lookup.cpp).
Operand index_of(const Call& call);
Operand match(const Call& call);
Operand look_up_in_column(const Call& call);
Operand row_of(const Call& call);
Operand column_of(const Call& call);

} // namespace termbook::formulas
