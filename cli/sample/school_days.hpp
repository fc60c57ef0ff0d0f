// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/academic_year.hpp"

#include <vector>

namespace termbook::sample {

/// The academic year 2025/26 as the sample's schools keep it: three terms.
AcademicYear year_2025_26();

/// Its days of school up to `last`, without weekends, half-term weeks and the May bank holiday.
std::vector<Date> school_days(Date last);

} // namespace termbook::sample
