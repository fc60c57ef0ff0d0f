// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/entries.hpp"
#include "templates/fill/scope.hpp"

namespace termbook::fill {

/// Whether a condition holds. What has no value (a suppressed figure, a target that is not set) makes no
/// comparison true. Texts compare without regard to case. Throws Error (without a place) for unknown figures
/// and fields.
bool holds(const marks::Condition& condition, const Scope& scope, const Scopes& scopes, Entries& entries);

} // namespace termbook::fill
