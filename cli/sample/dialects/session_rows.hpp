// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/formats/table.hpp"

namespace termbook::sample {

/// A session of a pupil.
struct SessionRow {
    const ExportedPupil& pupil;
    const std::string& date; ///< yyyy-mm-dd
    bool afternoon;
    CodeId code;
};

/// A table with a row for each pupil and session, pupil after pupil.
Table session_rows(const ExportedSchool& school, Cells header, std::function<Cells(const SessionRow&)> cells);

/// The plain one: UPN, School, Date, Session, Mark.
Table marks_table(const ExportedSchool& school, const AttendanceCodes& codes);

} // namespace termbook::sample
