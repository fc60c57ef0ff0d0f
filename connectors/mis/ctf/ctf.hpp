// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/readers/byte_source.hpp"

#include <cstdint>
#include <optional>

namespace termbook {

/// Reads a Common Transfer File: pupils, and their attendance as mark strings and totals. The school is the
/// one whose folder the file lies in, else the one that the header's SourceSchool names by its URN, LEA and
/// Estab, or name. Where a pupil's year has both, the marks are counted, and totals that say otherwise are an
/// issue. Attendance at another school, in the pupil's history, is not this school's and not counted.
///
/// `Year` of YearData is taken as the calendar year in which the academic year begins, unless the file's own
/// mark strings or date say that it is the one in which it ends.
///
/// `as_at` gets the date of the header. Returns how many pupils there were. Throws Error with the place when
/// the file is not well-formed, has a DOCTYPE, or is of no school in termbook.xml. Definition: DfE, Common
/// Transfer File specifications 22 to 25.
std::uint64_t load_ctf(readers::ByteSource& source, const ExportFile& file, Intake& intake,
                       std::optional<Date>& as_at);

} // namespace termbook
