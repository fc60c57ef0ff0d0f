// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/random.hpp"

namespace termbook::sample {

/// What random numbers are for: each has its own, so that one kind of export leaves the others as they are.
enum class Purpose { ability, statutory, tracker, exclusions, behaviour, staff };

/// Numbers for a pupil, the same in every school and year.
Random stream_of(const ExportedPupil& pupil, Purpose purpose);

/// Numbers for a school in the year in which its exports are made.
Random stream_of(const ExportedSchool& school, Purpose purpose);

/// About normal: mean 0, standard deviation 100, by the sum of twelve.
int normal(Random& random);

} // namespace termbook::sample
