// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/evaluation/evaluator.hpp"

namespace termbook::formulas {

/// What COUNTIF and the lookups ask of a cell: "apple", "a*", ">=50", "<>", 12.
class Criterion {
  public:
    /// As COUNTIF and SUMIF read it: a text may begin with an operator.
    static Criterion of_condition(Evaluator& evaluator, const Value& value);

    /// As MATCH and VLOOKUP look for it: a blank is an empty text, and there are no operators.
    static Criterion of_lookup(Evaluator& evaluator, const Value& value);

    bool fits(const Value& cell) const;

  private:
    void set_text(Evaluator& evaluator, std::string text);
    bool text_fits(const std::string& text) const;
    bool order_fits(int order) const;

    Operator m_operator{Operator::equal};
    std::optional<double> m_number;
    std::optional<std::string> m_text;
    bool m_wildcards{false};
    bool m_shown{false}; ///< numbers are compared as their cells show them
    bool m_blank{false}; ///< only cells that hold nothing: "="
};

} // namespace termbook::formulas
