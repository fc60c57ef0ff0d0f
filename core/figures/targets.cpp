// SPDX-License-Identifier: MPL-2.0
#include "core/figures/targets.hpp"

namespace termbook {

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

std::optional<Target> find_target(const Trust& trust, const Selection& selection, std::string_view figure) {
    for (const TargetRule& rule : trust.targets) {
        if (rule.figure != figure) continue;
        const School* school = selection.whole_trust ? nullptr : selection.schools.front();
        if (rule.phase && (!school || school->phase != rule.phase)) continue;
        if (!rule.school.empty() && (!school || school->urn != rule.school)) continue;
        return Target{rule.value, rule.at_least};
    }
    return std::nullopt;
}

TargetStatus judge_target(const Target& target, double value) {
    constexpr double close_by = 1.0;
    const double short_of = target.at_least ? target.value - value : value - target.value;
    if (short_of <= 0) return TargetStatus::on_track;
    return short_of < close_by ? TargetStatus::close : TargetStatus::off_track;
}

} // namespace termbook
