// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/dialects/bromcom.hpp"

#include "cli/sample/dialects/mark_string.hpp"
#include "cli/sample/dialects/session_rows.hpp"

namespace termbook::sample {

Table bromcom_marks(const ExportedSchool& school, const AttendanceCodes& codes) {
    return session_rows(school, {"UPN", "Date", "Session", "Mark", "ExportMark"}, [&](const SessionRow& row) {
        const std::string mark(spelling_of(row.code, codes));
        // A school's own mark for being present, whichever session it is.
        const std::string own = mark == "/" || mark == "\\" ? "P+" : mark;
        return Cells{row.pupil.upn, british(row.date), row.afternoon ? "PM" : "AM", own, mark};
    });
}

Table bromcom_strings(const ExportedSchool& school, const AttendanceCodes& codes) {
    return {{{"UPN", "AttendanceStartDate", "AttendanceMarks"}}, school.pupils.size(), [&](std::size_t i) {
                return Cells{school.pupils[i].upn, british(iso_text(school.days.front())),
                             mark_string(school.pupils[i], school.days, codes, MarkSpelling::commas)};
            }};
}

} // namespace termbook::sample
