// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/agreement.hpp"

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
    const SourcePos place{school.folder.empty() ? "exports/" : "exports/" + school.folder + "/", 0, 0,
                          school.name};
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

} // namespace

void note_disagreements(Trust& trust) {
    for (const School& school : trust.schools)
        for (const AttendanceYear& year : school.attendance)
            note(school, year, trust.codes, trust.issues);
}

} // namespace termbook
