// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/formats/table.hpp"
#include "cli/sample/kinds/story.hpp"
#include "cli/sample/system_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace termbook::sample {

struct StaffAbsence {
    Date from;
    Date to;
    std::size_t half_days{0}; ///< on which the member would have worked
    std::string_view reason;
};

struct StaffMember {
    std::string number;
    std::string role;
    std::size_t days{0}; ///< of work in the year, so far as it has come
    std::vector<StaffAbsence> absences;
};

/// The staff of a school in a year: one for about nine pupils, half of them teachers; some work from Monday
/// to Wednesday. They are away in spells, as often as the school's story says, and one of each school for
/// half a term.
std::vector<StaffMember> staff_of(const ExportedSchool& school, const SchoolStory& story);

/// A row for each member, with the days available and lost.
Table staff_days_table(System system, const std::vector<StaffMember>& staff);

/// A row for each absence.
Table staff_absences_table(System system, const std::vector<StaffMember>& staff);

} // namespace termbook::sample
