// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupils/earlier_year.hpp"

#include <fmt/format.h>

namespace termbook {

bool is_of_an_earlier_year(const ExportFile& file, std::optional<Date> made, Trust& trust) {
    const AcademicYear& year = trust.calendar.years()[file.year];
    if (!file.year_is_named || !made || *made >= year.from) return false;
    trust.issues.add(
        {{file.name, 0, 0, {}},
         fmt::format("pupils listed on {}, before {} began, in its folder", iso_text(*made), year.name),
         fmt::format("an export of {} or later", iso_text(year.from)),
         "nothing of it is counted; move the file into the folder of its year",
         1,
         {}});
    return true;
}

} // namespace termbook
