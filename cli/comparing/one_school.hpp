// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/trust.hpp"

#include <string>

namespace termbook::cli {

/// Leaves a side of a comparison with the one school that `--school` names, by URN or name; one that is known
/// by its export alone stays. Throws Error (usage) when there is no such school.
void keep_school(Trust& side, const std::string& named);

/// Where one side is an export by itself, which does not say whose it is, and the other has several schools:
/// leaves that one with the school that shares the most pupils with the export, and says on standard error
/// which. Throws Error when none shares any, or two share as many.
void keep_school_of_export(Trust& a, Trust& b);

} // namespace termbook::cli
