// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/attendance.hpp"
#include "core/model/attendance_codes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace termbook::sample {

/// A pupil as a system would export them. Dates and year groups are text, since systems hold what people
/// typed.
struct ExportedPupil {
    std::string upn;
    std::string surname;
    std::string forename;
    std::string born;      ///< yyyy-mm-dd
    std::string sex;       ///< "F" or "M"
    std::string year;      ///< "R", "4"
    std::string taught_in; ///< the year group of tables, where it is another; else empty
    std::string class_name;
    std::string admitted; ///< yyyy-mm-dd
    std::string left;     ///< yyyy-mm-dd, or empty
    bool free_meals{false};
    bool had_free_meals{false}; ///< within six years, though not now
    bool in_care{false};
    std::string sen;             ///< "K", "E" or "" for none
    std::string language{"ENG"}; ///< the census's codes
    std::string ethnicity;
    std::string marks; ///< a CodeId a session, two for each of ExportedSchool::days
};

/// A school as a system would export it.
struct ExportedSchool {
    std::string urn;
    std::string name;
    std::string la;    ///< three digits
    std::string estab; ///< four digits
    bool secondary{false};
    Date as_at; ///< the day the exports are made
    std::vector<Date> days;
    std::vector<ExportedPupil> pupils;
};

/// The pupil's year in sums, as a system counts its own marks.
AttendanceTotals totals_of(const ExportedPupil& pupil, const AttendanceCodes& codes);

/// Free meals now or within six years, or in care.
bool is_disadvantaged(const ExportedPupil& pupil);

/// A mark as exports spell it; "?" for one that is no national code.
std::string_view spelling_of(CodeId mark, const AttendanceCodes& codes);

} // namespace termbook::sample
