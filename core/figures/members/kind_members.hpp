// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/selection.hpp"

#include <vector>

namespace termbook {

/// A member for each kind of export, with the fields `kind.key`, `kind.name`, `kind.state`, `kind.file`,
/// `kind.rows`, `kind.as_at`, `kind.last` (the last session) and `kind.note`. Of one school as completeness()
/// has it; of several the state is "3 of 4 schools", the export is the newest, and the note names the schools
/// without one.
std::vector<Member> kind_members(const Trust& trust, const Selection& selection);

} // namespace termbook
