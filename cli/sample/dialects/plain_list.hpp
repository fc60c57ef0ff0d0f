// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/formats/table.hpp"

namespace termbook::sample {

/// The school as a list of pupils in plain words, as the sample's ScholarPack writes it: no public text shows
/// a header of ScholarPack's, RM Integris's or Bromcom's own. With `totals` three columns of attendance.
Table plain_list(const ExportedSchool& school, const AttendanceCodes& codes, bool totals);

} // namespace termbook::sample
