// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"

namespace termbook {

/// Once all exports are read and the rolls reckoned: pupils who are at several schools of the trust in one
/// year become an issue of each of them, and so do pupils with marks before they joined or after they left,
/// each at the row that first describes the pupil. All of them are counted (docs/decisions/0007).
void note_moves(Intake& intake);

} // namespace termbook
