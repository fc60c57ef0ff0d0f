// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/selection.hpp"

#include <optional>
#include <string_view>

namespace termbook {

/// Whether a figure can be held against a target: a rate or a score, which schools of any size may share.
bool has_target(const FigureDefinition& definition);

/// The most specific of the workspace's rules that fit the figure and the selection. A rule fits where
/// everything that it names is what is selected, or holds what is selected: the autumn term is within the
/// year, and girls with free school meals are girls. Of two that fit, that one holds which names what the
/// other does not, looked at in this order: a school, more groups, a year group, a subject, the shorter
/// period, a phase. Of two that say this alike the first holds, which the loader has told.
std::optional<Target> find_target(const Trust& trust, const Selection& selection, std::string_view figure);

/// Whether two rules are about the same values of one figure, so that only one of them can hold.
bool of_the_same(const TargetRule& a, const TargetRule& b);

TargetStatus judge_target(const Target& target, double value);

} // namespace termbook
