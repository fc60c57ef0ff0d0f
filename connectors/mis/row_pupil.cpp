// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/row_pupil.hpp"

#include "connectors/mis/row_upn.hpp"

namespace termbook {

RegisterBuilder* school_of_row(TableRows& rows, const ExportFile& file, Intake& intake) {
    const auto column = rows.column("school");
    const std::string_view named = rows.cell(column);
    if (named.empty()) return file.school;
    RegisterBuilder* school = intake.find_school(named);
    if (!school)
        rows.report(column, "a school that is not known", "the URN or name of a school in termbook.xml",
                    "the row is not counted; add the <school>, or correct its name there");
    else if (file.school && school != file.school)
        rows.report(column, "rows of another school in this school's folder", "rows of the folder's school",
                    "they are counted at the school that they name; move the file if that is wrong");
    return school;
}

std::optional<std::pair<RegisterBuilder*, std::size_t>> pupil_of_row(TableRows& rows, const ExportFile& file,
                                                                     Intake& intake) {
    const std::string_view upn = usable_upn(rows);
    if (upn.empty()) return std::nullopt;
    if (RegisterBuilder* school = school_of_row(rows, file, intake))
        return std::pair(school, school->pupil(upn));
    if (!rows.cell(rows.column("school")).empty()) return std::nullopt;
    const auto known = intake.find_pupil(upn);
    if (!known)
        rows.report(rows.column("upn"), "a pupil of no known school", "a school column, or a folder a school",
                    "the row is not counted; move the file into the school's folder");
    return known;
}

} // namespace termbook
