// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/selection.hpp"

#include <optional>
#include <string_view>

namespace termbook {

/// The first rule of the workspace that fits the figure and the selection.
std::optional<Target> find_target(const Trust& trust, const Selection& selection, std::string_view figure);

TargetStatus judge_target(const Target& target, double value);

} // namespace termbook
