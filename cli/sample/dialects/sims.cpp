// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/dialects/sims.hpp"

#include "cli/sample/dialects/pupil_cells.hpp"

#include <fmt/format.h>
#include <iterator>

namespace termbook::sample {

namespace {

struct Lesson {
    std::string_view subject;
    std::string_view teacher;
};

constexpr Lesson lessons[] = {{"En", "Mrs A Heron"}, {"Ma", "Mr B Wren"}, {"Sc", "Dr C Swift"}};

Cells header(const SimsOptions& options) {
    Cells cells{"UPN",
                "Surname",
                "Forename",
                "DOB",
                "Gender",
                "DOA",
                "DOL",
                "Eligible for free meals",
                "Mother tongue code",
                "Ethnicity",
                "SEN Status code",
                "Reg",
                "Year",
                "Postcode",
                "In LEA Care",
                "Gifted",
                "Pupil Premium Indicator"};
    if (options.totals)
        cells.insert(cells.end(), {"Possible", "Authorised absences", "Unauthorised absences"});
    if (options.lessons) cells.insert(cells.end(), {"Class", "SubjectCode", "MainTeacher"});
    return cells;
}

/// The year group that a pupil is taught in; of lessons that of the curriculum, with the two blanks that SIMS
/// puts there.
std::string year_text(const ExportedPupil& pupil, bool of_lessons) {
    const bool taught_elsewhere = !of_lessons && !pupil.taught_in.empty();
    const std::string& year = taught_elsewhere ? pupil.taught_in : pupil.year;
    if (year == "R") return year;
    return (of_lessons ? "Year  " : "Y") + year;
}

/// What the sample does not make up is left blank, as systems leave it.
Cells row(const ExportedPupil& pupil, const AttendanceCodes& codes, const SimsOptions& options,
          const Lesson& lesson) {
    Cells cells{pupil.upn,
                pupil.surname,
                pupil.forename,
                british(pupil.born),
                pupil.sex,
                british(pupil.admitted),
                british(pupil.left),
                pupil.free_meals ? "T" : "F",
                pupil.language,
                pupil.ethnicity,
                pupil.sen.empty() ? "N" : pupil.sen,
                pupil.class_name,
                year_text(pupil, options.lessons),
                "",
                pupil.in_care ? "T" : "F",
                "F",
                is_disadvantaged(pupil) ? "T" : "F"};
    if (options.totals) add_totals(cells, pupil, codes);
    if (options.lessons)
        cells.insert(cells.end(), {fmt::format("{}/{}1", pupil.class_name, lesson.subject),
                                   std::string(lesson.subject), std::string(lesson.teacher)});
    return cells;
}

} // namespace

Table sims_table(const ExportedSchool& school, const AttendanceCodes& codes, const SimsOptions& options) {
    const std::size_t rows_a_pupil = options.lessons ? std::size(lessons) : 1;
    return {
        {header(options)}, school.pupils.size() * rows_a_pupil, [&, options, rows_a_pupil](std::size_t i) {
            return row(school.pupils[i / rows_a_pupil], codes, options, lessons[i % rows_a_pupil]);
        }};
}

} // namespace termbook::sample
