// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace termbook {

struct Trust;

/// Gives every pupil without a band of prior attainment the one of their key stage 2, where a year before the
/// enrolment's, or a list of the same year for pupils beyond Year 6, has scaled scores in both reading and
/// maths, at whichever school of the trust: low for a mean below 100, middle below 110, else high. A band
/// that was exported stays.
void reckon_prior_bands(Trust& trust);

} // namespace termbook
