// SPDX-License-Identifier: MPL-2.0
#include "core/model/attendance.hpp"

#include <algorithm>

namespace termbook {

bool marks_cover(std::int64_t possible_in_marks, const AttendanceTotals& totals) {
    return possible_in_marks * 10 >= totals.possible * 9;
}

std::optional<Date> AttendanceYear::last_day() const {
    const auto latest = std::max_element(days.begin(), days.end());
    if (latest == days.end()) return std::nullopt;
    return *latest;
}

} // namespace termbook
