// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/formats/table.hpp"
#include "cli/sample/kinds/story.hpp"
#include "cli/sample/system_file.hpp"

namespace termbook::sample {

/// The behaviour incidents of a school's year, as its system lists them: on days on which the pupil was
/// there, at most one a day. Most pupils have none or one; a few have many, more so boys and pupils with
/// SEND, and on Fridays.
Table behaviour_table(System system, const ExportedSchool& school, const SchoolStory& story,
                      const AttendanceCodes& codes);

} // namespace termbook::sample
