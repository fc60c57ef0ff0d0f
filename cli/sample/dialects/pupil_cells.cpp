// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/dialects/pupil_cells.hpp"

namespace termbook::sample {

std::string year_in_words(const ExportedPupil& pupil) {
    const std::string& year = pupil.taught_in.empty() ? pupil.year : pupil.taught_in;
    return year == "R" ? "Reception" : "Year " + year;
}

void add_totals(Cells& cells, const ExportedPupil& pupil, const AttendanceCodes& codes) {
    const AttendanceTotals sums = totals_of(pupil, codes);
    for (const auto count : {sums.possible, sums.authorised, sums.unauthorised})
        cells.push_back(std::to_string(count));
}

} // namespace termbook::sample
