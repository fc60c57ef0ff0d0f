// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/exported_school.hpp"

namespace termbook::sample {

AttendanceTotals totals_of(const ExportedPupil& pupil, const AttendanceCodes& codes) {
    AttendanceTotals sum;
    for (const char mark : pupil.marks) {
        const SessionClass session = codes.counts_as(static_cast<CodeId>(mark));
        if (counts_as_possible(session)) ++sum.possible;
        if (session == SessionClass::authorised) ++sum.authorised;
        if (session == SessionClass::unauthorised) ++sum.unauthorised;
    }
    return sum;
}

bool is_disadvantaged(const ExportedPupil& pupil) {
    return pupil.free_meals || pupil.had_free_meals || pupil.in_care;
}

std::string_view spelling_of(CodeId mark, const AttendanceCodes& codes) {
    return mark == AttendanceCodes::unknown ? "?" : std::string_view(codes.code(mark).code);
}

} // namespace termbook::sample
