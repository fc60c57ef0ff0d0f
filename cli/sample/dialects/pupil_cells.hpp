// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/formats/table.hpp"

#include <string>

namespace termbook::sample {

/// "Reception", "Year 4": the year group that a pupil is taught in.
std::string year_in_words(const ExportedPupil& pupil);

/// Adds the pupil's possible sessions, authorised and unauthorised absences.
void add_totals(Cells& cells, const ExportedPupil& pupil, const AttendanceCodes& codes);

} // namespace termbook::sample
