// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/agreement.hpp"

#include "connectors/mis/register_builder.hpp"

#include <string>

namespace termbook {

namespace {

AttendanceTotals sum_of(const std::string& marks, const AttendanceCodes& codes) {
    AttendanceTotals sum;
    for (const char mark : marks) {
        const SessionClass counts_as = codes.counts_as(static_cast<CodeId>(mark));
        if (counts_as_possible(counts_as)) ++sum.possible;
        if (counts_as == SessionClass::authorised) ++sum.authorised;
        if (counts_as == SessionClass::unauthorised) ++sum.unauthorised;
    }
    return sum;
}

void note(const School& school, const AttendanceYear& year, const AttendanceCodes& codes, IssueLog& issues) {
    const SourcePos place = place_of_exports(school);
    for (std::size_t pupil = 0; pupil < school.pupils.size(); ++pupil) {
        if (!year.has_marks(pupil) || !year.has_totals(pupil)) continue;
        const AttendanceTotals marks = sum_of(year.marks[pupil], codes);
        const AttendanceTotals& totals = *year.totals[pupil];
        if (marks == totals) continue;
        const bool covered = marks_cover(marks.possible, totals);
        issues.add(
            {place,
             "a pupil whose totals of attendance differ from the marks",
             "the same in both",
             covered
                 ? "the marks are counted; export both again"
                 : "the totals are counted, since the marks are of a part of the year only; export all marks",
             1,
             {}});
    }
}

void note_staff(const School& school, const StaffYear& staff, IssueLog& issues) {
    if (!staff.absences_listed) return;
    std::vector<std::int64_t> listed(staff.members.size(), 0);
    for (const StaffAbsence& absence : staff.absences)
        listed[absence.member] += absence.lost;
    for (std::size_t i = 0; i < staff.members.size(); ++i) {
        const StaffMember& member = staff.members[i];
        if (member.lost && *member.lost != listed[i])
            issues.add({place_of_exports(school),
                        "a member of staff whose days lost differ from the sum of the absences",
                        "the same in both",
                        "the days that are stated count for the year, and the absences for its terms; export "
                        "both again",
                        1,
                        {}});
        if (!member.lost && member.available && listed[i] > *member.available)
            issues.add({place_of_exports(school),
                        "a member of staff with more days of absence than were available",
                        "at most as many",
                        "the member is not counted in staff attendance; correct one of the two",
                        1,
                        {}});
    }
}

} // namespace

void note_disagreements(Trust& trust) {
    for (const School& school : trust.schools) {
        for (const AttendanceYear& year : school.attendance)
            note(school, year, trust.codes, trust.issues);
        for (const StaffYear& staff : school.staff)
            note_staff(school, staff, trust.issues);
    }
}

} // namespace termbook
