// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/functions/criterion.hpp"

#include "templates/formulas/evaluation/arithmetic.hpp"
#include "templates/formulas/evaluation/number_text.hpp"
#include "templates/formulas/evaluation/texts.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace termbook::formulas {

namespace {

constexpr std::array<std::pair<std::string_view, Operator>, 7> operators{{
    {"<>", Operator::not_equal},
    {"<=", Operator::less_equal},
    {">=", Operator::greater_equal},
    {"=", Operator::equal},
    {"<", Operator::less},
    {">", Operator::greater},
    {"", Operator::equal},
}};

std::optional<double> number_of(const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? 1.0 : 0.0;
    return std::nullopt;
}

/// A number as a cell without a format of its own shows it, which is what texts are held against.
std::string shown(const Value& value) {
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "TRUE" : "FALSE";
    return write_number(std::get<double>(value));
}

} // namespace

void Criterion::set_text(Evaluator& evaluator, std::string text) {
    const NumberText read = read_number(text);
    if (read.depends) evaluator.give_up();
    m_number = read.number;
    m_wildcards = !m_number && has_wildcards(text) &&
                  (m_operator == Operator::equal || m_operator == Operator::not_equal);
    m_text = std::move(text);
}

Criterion Criterion::of_condition(Evaluator& evaluator, const Value& value) {
    Criterion criterion;
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) {
        criterion.m_number = number_of(value).value_or(0.0);
        return criterion;
    }
    for (const auto& [spelling, operation] : operators) {
        if (!text->starts_with(spelling)) continue;
        criterion.m_operator = operation;
        criterion.m_blank = !spelling.empty() && text->size() == spelling.size() &&
                            (operation == Operator::equal || operation == Operator::not_equal);
        criterion.set_text(evaluator, text->substr(spelling.size()));
        break;
    }
    return criterion;
}

Criterion Criterion::of_lookup(Evaluator& evaluator, const Value& value) {
    Criterion criterion;
    if (const auto number = number_of(value)) {
        criterion.m_number = number;
        return criterion;
    }
    criterion.m_text = evaluator.text(value).text;
    criterion.m_wildcards = has_wildcards(*criterion.m_text);
    criterion.m_shown = true;
    return criterion;
}

bool Criterion::order_fits(int order) const {
    switch (m_operator) {
    case Operator::less:
        return order < 0;
    case Operator::less_equal:
        return order <= 0;
    case Operator::greater:
        return order > 0;
    case Operator::greater_equal:
        return order >= 0;
    case Operator::not_equal:
        return order != 0;
    default:
        return order == 0;
    }
}

bool Criterion::text_fits(const std::string& text) const {
    if (!m_text) return m_operator == Operator::not_equal;
    const bool sorts = m_operator != Operator::equal && m_operator != Operator::not_equal;
    if (sorts) return !m_number && order_fits(compare_texts(text, *m_text));
    const bool same = m_wildcards ? fits_wildcards(text, *m_text) : compare_texts(text, *m_text) == 0;
    return same == (m_operator == Operator::equal);
}

bool Criterion::fits(const Value& cell) const {
    const bool blank = std::holds_alternative<Blank>(cell);
    if (m_blank) return blank == (m_operator == Operator::equal);
    if (blank) {
        if (m_operator == Operator::not_equal) return true;
        return m_operator == Operator::equal && m_text && m_text->empty();
    }
    if (const auto* error = std::get_if<FormulaError>(&cell)) {
        const bool sorts = m_operator != Operator::equal && m_operator != Operator::not_equal;
        return !sorts && text_fits(to_string(*error));
    }
    if (const auto number = number_of(cell)) {
        if (m_number) return order_fits(nearly_equal(*number, *m_number) ? 0 : *number < *m_number ? -1 : 1);
        if (m_wildcards || m_shown) return text_fits(shown(cell));
        return m_operator == Operator::not_equal;
    }
    return text_fits(std::get<std::string>(cell));
}

} // namespace termbook::formulas
