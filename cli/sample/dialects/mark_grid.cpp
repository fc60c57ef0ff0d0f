// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/dialects/mark_grid.hpp"

#include <fmt/chrono.h>

namespace termbook::sample {

namespace {

std::string day_text(Date day, GridHeader header) {
    if (header == GridHeader::iso) return iso_text(day);
    if (header != GridHeader::weekdays) return british(iso_text(day));
    const std::chrono::year_month_day date{day};
    return fmt::format("{:%a} {} {:%b}", fmt::gmtime(std::chrono::system_clock::to_time_t(day)),
                       static_cast<unsigned>(date.day()),
                       fmt::gmtime(std::chrono::system_clock::to_time_t(day)));
}

std::vector<Cells> headers(const std::vector<Date>& days, GridHeader header) {
    const Cells pupil{"UPN", "Surname", "Forename", "Reg"};
    if (header == GridHeader::two_rows) {
        Cells above(pupil.size());
        Cells below = pupil;
        for (const Date day : days) {
            above.insert(above.end(), {day_text(day, header), ""});
            below.insert(below.end(), {"AM", "PM"});
        }
        return {above, below};
    }
    Cells one = pupil;
    for (const Date day : days) {
        const std::string text = day_text(day, header);
        if (header == GridHeader::days)
            one.push_back(text);
        else
            one.insert(one.end(), {text + " AM", text + " PM"});
    }
    return {one};
}

Cells row(const ExportedPupil& pupil, const AttendanceCodes& codes, GridHeader header) {
    Cells cells{pupil.upn, pupil.surname, pupil.forename, pupil.class_name};
    for (std::size_t i = 0; i < pupil.marks.size(); ++i) {
        const auto mark = spelling_of(static_cast<CodeId>(pupil.marks[i]), codes);
        if (header == GridHeader::days && i % 2 == 1)
            cells.back() += mark;
        else
            cells.emplace_back(mark);
    }
    return cells;
}

} // namespace

Table mark_grid(const ExportedSchool& school, const AttendanceCodes& codes, GridHeader header) {
    return {headers(school.days, header), school.pupils.size(),
            [&, header](std::size_t i) { return row(school.pupils[i], codes, header); }};
}

} // namespace termbook::sample
