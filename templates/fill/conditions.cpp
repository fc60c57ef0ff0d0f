// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/conditions.hpp"

#include "core/letters.hpp"
#include "templates/fill/mark_rules.hpp"

#include <algorithm>
#include <optional>
#include <variant>

namespace termbook::fill {

namespace {

/// What an operand comes to; nothing when it has no value.
using Known = std::variant<std::monostate, double, std::string, Date>;

class Judge {
  public:
    Judge(const Scope& scope, const Scopes& scopes, Entries& entries)
        : m_scope(scope), m_scopes(scopes), m_entries(entries) {}

    bool holds(const marks::Test& test) const {
        if (!test.comparator) return has_value(known(test.left, test.right)) != test.negated;
        // Where there is nothing to compare, no comparison holds, nor does the opposite of one.
        const auto result = compares(test);
        return result && *result != test.negated;
    }

  private:
    Known known(const marks::Operand& operand, const marks::Operand& other) const {
        if (const auto* const number = std::get_if<double>(&operand)) return *number;
        if (const auto* const text = std::get_if<std::string>(&operand)) return *text;
        if (const auto* const mark = std::get_if<marks::Mark>(&operand)) return known(*mark);
        return target_of(other);
    }

    Known known(const marks::Mark& mark) const {
        if (find_figure(mark.key) != nullptr) {
            const auto& entry = m_entries[m_entries.find(request_of(mark, m_scope), figure_format(mark))];
            if (const auto* const number = std::get_if<double>(&entry.value)) return *number;
            if (entry.answer->status != FigureStatus::ok) return {};
            return std::get<std::string>(entry.value);
        }
        return std::visit([](const auto& value) { return Known(value); }, field_of(mark, m_scope, m_scopes));
    }

    Known target_of(const marks::Operand& other) const {
        const auto& mark = figure_beside_target(other);
        const auto target = m_entries.book().standing(request_of(mark, m_scope)).target;
        return target ? Known(target->value) : Known();
    }

    static bool has_value(const Known& known) {
        const auto* const text = std::get_if<std::string>(&known);
        return text != nullptr ? !text->empty() : !std::holds_alternative<std::monostate>(known);
    }

    /// Nothing when a side has no value.
    std::optional<bool> compares(const marks::Test& test) const {
        const Known left = known(test.left, test.right);
        const Known right = known(test.right, test.left);
        if (left.index() == 0 || right.index() == 0) return std::nullopt;
        if (left.index() == right.index() && left.index() != 2)
            return decide(*test.comparator, left < right ? -1 : right < left ? 1 : 0);
        return decide(*test.comparator, lower(as_text(left)).compare(lower(as_text(right))));
    }

    static std::string as_text(const Known& known) {
        if (const auto* const number = std::get_if<double>(&known)) return field_text(*number, false);
        if (const auto* const date = std::get_if<Date>(&known)) return field_text(*date, false);
        return std::get<std::string>(known);
    }

    static bool decide(marks::Comparator comparator, int order) {
        switch (comparator) {
        case marks::Comparator::less:
            return order < 0;
        case marks::Comparator::less_or_equal:
            return order <= 0;
        case marks::Comparator::greater:
            return order > 0;
        case marks::Comparator::greater_or_equal:
            return order >= 0;
        case marks::Comparator::equal:
            return order == 0;
        case marks::Comparator::not_equal:
            return order != 0;
        }
        return false;
    }

    const Scope& m_scope;
    const Scopes& m_scopes;
    Entries& m_entries;
};

} // namespace

bool holds(const marks::Condition& condition, const Scope& scope, const Scopes& scopes, Entries& entries) {
    const Judge judge(scope, scopes, entries);
    const auto all_hold = [&](const std::vector<marks::Test>& tests) {
        return std::all_of(tests.begin(), tests.end(), [&](const auto& test) { return judge.holds(test); });
    };
    return std::any_of(condition.any_of.begin(), condition.any_of.end(), all_hold);
}

} // namespace termbook::fill
