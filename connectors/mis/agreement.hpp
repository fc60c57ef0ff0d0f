// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/trust.hpp"

namespace termbook {

/// Once all exports are read: pupils whose totals of a year say otherwise than their marks become an issue of
/// their school, which says which of the two is counted, and so do members of staff whose days lost say
/// otherwise than their absences. The place is the folder of the school's exports.
void note_disagreements(Trust& trust);

} // namespace termbook
