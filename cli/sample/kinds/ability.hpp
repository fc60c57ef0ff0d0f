// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/random.hpp"

namespace termbook::sample {

/// How a pupil does at school, in hundredths of a standard deviation from the mean of England; the same in
/// every year. Disadvantaged pupils and those with SEND do less well, about as far as England's.
int ability_of(const ExportedPupil& pupil);

/// How a pupil of this ability does in one subject on one day, on the same scale.
int performance(int ability, Random& random);

} // namespace termbook::sample
