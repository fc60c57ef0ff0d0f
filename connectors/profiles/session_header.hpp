// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/academic_year.hpp"
#include "core/calendar/date.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace termbook {

/// What a column's header says when the column is that of a session or of a day, be it one of the calendar or
/// not.
struct SessionHeader {
    unsigned day{0};
    unsigned month{0};
    std::optional<int> year;                   ///< none: "Mon 1 Sep"
    std::optional<std::chrono::weekday> named; ///< "Mon", "Monday"
    std::optional<bool> afternoon;             ///< none: the column is of the whole day

    /// The day that is meant, a day without a year taken from the academic year; none when that has no such
    /// day, or when it is another day of the week than the header names.
    std::optional<Date> date_in(const AcademicYear& academic_year) const;
};

/// Reads "01/09/2025 AM", "2025-09-01 PM", "Mon 1 Sep AM", "Monday 1st September 2025", "01-Sep-25 am",
/// "01/09" …; capitals and blanks aside. None for any other text.
std::optional<SessionHeader> parse_session_header(std::string_view text);

} // namespace termbook
