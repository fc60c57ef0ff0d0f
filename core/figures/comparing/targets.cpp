// SPDX-License-Identifier: MPL-2.0
#include "core/figures/comparing/targets.hpp"

#include <algorithm>
#include <tuple>

namespace termbook {

namespace {

/// The rule's period that the selected one lies within; null if there is none. A year to date is of the year,
/// also while it is no longer than its first term.
const Period* period_around(const TargetRule& rule, const Period& selected) {
    const auto found = std::find_if(rule.periods.begin(), rule.periods.end(), [&](const Period& each) {
        return each.from <= selected.from && selected.to <= each.to &&
               (each.whole_year || !selected.whole_year);
    });
    return found == rule.periods.end() ? nullptr : &*found;
}

bool fits(const TargetRule& rule, const Selection& selection) {
    const School* school = selection.whole_trust ? nullptr : selection.schools.front();
    if (rule.phase && (!school || school->phase != rule.phase)) return false;
    if (!rule.school.empty() && (!school || school->urn != rule.school)) return false;
    if (rule.year && rule.year != selection.year) return false;
    if (!rule.subject.empty() && rule.subject != selection.subject) return false;
    if (!rule.periods.empty() && !period_around(rule, selection.period)) return false;
    return std::all_of(rule.groups.begin(), rule.groups.end(), [&](const std::string& group) {
        return std::any_of(selection.groups.begin(), selection.groups.end(),
                           [&](const GroupChoice& choice) { return choice.key() == group; });
    });
}

/// How much a rule that fits says; what is looked at first comes first.
auto rank(const TargetRule& rule, const Selection& selection) {
    const Period* period = period_around(rule, selection.period);
    // Longer than any period: a rule without one holds always.
    const auto length = period ? period->to - period->from : std::chrono::days::max();
    return std::tuple(!rule.school.empty(), rule.groups.size(), rule.year.has_value(), !rule.subject.empty(),
                      -length, rule.phase.has_value());
}

} // namespace

std::string_view to_string(TargetStatus status) {
    switch (status) {
    case TargetStatus::on_track:
        return "On track";
    case TargetStatus::close:
        return "Close";
    case TargetStatus::off_track:
        return "Off track";
    }
    return {};
}

bool has_target(const FigureDefinition& definition) {
    return definition.unit == Unit::percent || definition.unit == Unit::score;
}

std::optional<Target> find_target(const Trust& trust, const Selection& selection, std::string_view figure) {
    const TargetRule* best = nullptr;
    for (const TargetRule& rule : trust.targets) {
        if (rule.figure != figure || !fits(rule, selection)) continue;
        if (!best || rank(*best, selection) < rank(rule, selection)) best = &rule;
    }
    if (!best) return std::nullopt;
    return Target{best->value, best->at_least};
}

bool of_the_same(const TargetRule& a, const TargetRule& b) {
    const auto same_days = [](const Period& one, const Period& other) {
        return one.from == other.from && one.to == other.to;
    };
    const auto whom = [](const TargetRule& rule) {
        return std::tie(rule.figure, rule.phase, rule.school, rule.year, rule.groups, rule.subject);
    };
    if (whom(a) != whom(b) || a.periods.empty() != b.periods.empty()) return false;
    return a.periods.empty() || std::any_of(a.periods.begin(), a.periods.end(), [&](const Period& one) {
               return std::any_of(b.periods.begin(), b.periods.end(),
                                  [&](const Period& other) { return same_days(one, other); });
           });
}

TargetStatus judge_target(const Target& target, double value) {
    constexpr double close_by = 1.0;
    const double short_of = target.at_least ? target.value - value : value - target.value;
    if (short_of <= 0) return TargetStatus::on_track;
    return short_of < close_by ? TargetStatus::close : TargetStatus::off_track;
}

} // namespace termbook
