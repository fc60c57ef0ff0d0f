// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/counting/record.hpp"
#include "core/figures/domains/definitions.hpp"

#include <cstdint>

namespace termbook {

/// Whether a pupil was on roll on a day: since the day of admission, and until the day before that of
/// leaving. Days that no export gives are before and after every day.
inline bool on_roll_on(Date day, const PupilRecord& record) {
    return (!record.enrolment.joined || *record.enrolment.joined <= day) &&
           (!record.enrolment.left || *record.enrolment.left > day);
}

/// What mobility and the rates of suspension and exclusion are divided by: a pupil of the January roll,
/// whether they moved or were suspended or not.
inline std::int64_t on_january_roll(const PupilRecord& record) {
    return as_count(on_roll_on(january_census(*record.selection.academic_year), record));
}

} // namespace termbook
