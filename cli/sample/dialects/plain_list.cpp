// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/dialects/plain_list.hpp"

#include "cli/sample/dialects/pupil_cells.hpp"

namespace termbook::sample {

namespace {

Cells header(bool totals) {
    Cells cells{"UPN",         "Legal Surname", "Legal Forename", "Date of Birth", "Sex",
                "Year Group",  "Class",         "Ethnicity",      "EAL",           "SEN Status",
                "FSM",         "Ever 6 FSM",    "Pupil Premium",  "Looked After",  "Admission Date",
                "Leaving Date"};
    if (totals)
        cells.insert(cells.end(), {"Possible Sessions", "Authorised Absences", "Unauthorised Absences"});
    return cells;
}

std::string yes_or_no(bool yes) {
    return yes ? "Y" : "N";
}

Cells row(const ExportedPupil& pupil, const AttendanceCodes& codes, bool totals) {
    Cells cells{pupil.upn,
                pupil.surname,
                pupil.forename,
                british(pupil.born),
                pupil.sex == "F" ? "Female" : "Male",
                year_in_words(pupil),
                pupil.class_name,
                pupil.ethnicity,
                yes_or_no(pupil.language != "ENG"),
                pupil.sen,
                yes_or_no(pupil.free_meals),
                yes_or_no(pupil.free_meals || pupil.had_free_meals),
                yes_or_no(is_disadvantaged(pupil)),
                yes_or_no(pupil.in_care),
                british(pupil.admitted),
                british(pupil.left)};
    if (totals) add_totals(cells, pupil, codes);
    return cells;
}

} // namespace

Table plain_list(const ExportedSchool& school, const AttendanceCodes& codes, bool totals) {
    return {{header(totals)}, school.pupils.size(), [&, totals](std::size_t i) {
                return row(school.pupils[i], codes, totals);
            }};
}

} // namespace termbook::sample
