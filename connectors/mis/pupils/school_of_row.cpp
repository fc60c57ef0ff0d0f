// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupils/school_of_row.hpp"

namespace termbook {

RegisterBuilder* school_of_row(TableRows& rows, const ExportFile& file, Intake& intake) {
    const std::string_view named = rows.cell("school");
    if (named.empty()) return file.school;
    RegisterBuilder* school = intake.find_school(named);
    if (!school)
        rows.report("school", "a school that is not known",
                    "the URN, LAESTAB or name of a school in termbook.xml",
                    "the row is not counted; add the <school>, or correct its name there");
    else if (file.school && school != file.school)
        rows.report("school", "rows of another school in this school's folder", "rows of the folder's school",
                    "they are counted at the school that they name; move the file if that is wrong");
    return school;
}

} // namespace termbook
