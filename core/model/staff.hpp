// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace termbook {

/// Working days of staff are kept in halves, the least that is ever recorded, so that sums of them are exact:
/// 2.5 days are 5.
constexpr std::int64_t half_days_a_day = 2;

/// A member of staff in one academic year, without a name or a number: figures need none.
struct StaffMember {
    std::optional<std::int64_t> available; ///< half days of the year; none if not exported
    std::optional<std::int64_t> lost;      ///< half days of the year, where a list states their sum
};

/// An absence of a member of staff.
struct StaffAbsence {
    std::size_t member{0}; ///< index into StaffYear::members
    Date from;             ///< the absence counts in the period in which it began
    std::int64_t lost{0};  ///< half days
};

/// What a school exported of its staff's absence in one academic year.
struct StaffYear {
    std::size_t year{0}; ///< index into the calendar's years
    std::vector<StaffMember> members;
    std::vector<StaffAbsence> absences;
    /// That absences were listed one by one: who has none in the list had none.
    bool absences_listed{false};
    std::vector<std::size_t> sources; ///< indices into Trust::sources
};

} // namespace termbook
