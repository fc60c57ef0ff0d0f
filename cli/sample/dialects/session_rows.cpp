// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/dialects/session_rows.hpp"

#include <utility>

namespace termbook::sample {

Table session_rows(const ExportedSchool& school, Cells header,
                   std::function<Cells(const SessionRow&)> cells) {
    const std::size_t sessions = 2 * school.days.size();
    std::vector<std::string> days;
    for (const Date day : school.days)
        days.push_back(iso_text(day));
    return {{std::move(header)},
            school.pupils.size() * sessions,
            [&school, sessions, days = std::move(days), cells = std::move(cells)](std::size_t i) {
                const ExportedPupil& pupil = school.pupils[i / sessions];
                const std::size_t session = i % sessions;
                return cells(
                    {pupil, days[session / 2], session % 2 == 1, static_cast<CodeId>(pupil.marks[session])});
            }};
}

Table marks_table(const ExportedSchool& school, const AttendanceCodes& codes) {
    return session_rows(school, {"UPN", "School", "Date", "Session", "Mark"}, [&](const SessionRow& row) {
        return Cells{row.pupil.upn, school.urn, row.date, row.afternoon ? "PM" : "AM",
                     std::string(spelling_of(row.code, codes))};
    });
}

} // namespace termbook::sample
