// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/academic_year.hpp"

namespace termbook {

/// The academic year that a day lies in: it begins on 1 September.
std::chrono::year academic_year_of(Date day);

/// The academic year that begins in a calendar year, with three terms as most schools in England keep them,
/// to start from: two weeks around Christmas, two around Easter, and the summer from late July.
AcademicYear usual_year(std::chrono::year begins);

} // namespace termbook
