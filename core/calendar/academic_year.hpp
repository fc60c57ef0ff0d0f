// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace termbook {

enum class Season { autumn, spring, summer };

/// As termbook.xml and periods write them.
inline constexpr std::pair<std::string_view, Season> season_names[] = {
    {"autumn", Season::autumn}, {"spring", Season::spring}, {"summer", Season::summer}};

/// A term as the trust keeps it. Trusts with six terms say which season each belongs to.
struct Term {
    std::string name;
    Season season{Season::autumn};
    Date from;
    Date to;
};

struct AcademicYear {
    std::string name; ///< "2025/26"
    Date from;
    Date to;
    std::vector<Term> terms; ///< in order of time

    bool contains(Date date) const { return from <= date && date <= to; }
};

/// The day of the school census of January, whose roll the DfE divides by: the month's third Thursday.
inline Date january_census(const AcademicYear& year) {
    const std::chrono::year_month_day from{year.from};
    return (from.year() + std::chrono::years{1}) / std::chrono::January / std::chrono::Thursday[3];
}

} // namespace termbook
