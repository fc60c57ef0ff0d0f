// SPDX-License-Identifier: MPL-2.0
#include "core/model/attendance.hpp"

#include <algorithm>

namespace termbook {

std::optional<Date> AttendanceYear::last_day() const {
    const auto latest = std::max_element(days.begin(), days.end());
    if (latest == days.end()) return std::nullopt;
    return *latest;
}

} // namespace termbook
