// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"

#include <string>

namespace termbook::sample {

/// How AttendanceMarks spell the sessions: one character each, or, since CTF 24, separated by commas, so that
/// codes may have two.
enum class MarkSpelling { characters, commas };

/// A pupil's marks of all weekdays from the first day of school to the last; days without school are marked
/// `#`. Throws Error when a code of two characters is to be spelt with one.
std::string mark_string(const ExportedPupil& pupil, const std::vector<Date>& days,
                        const AttendanceCodes& codes, MarkSpelling spelling);

} // namespace termbook::sample
