// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/attendance/school_days.hpp"
#include "cli/sample/exported_school.hpp"
#include "cli/sample/names.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <rapidcheck.h>
#include <string>
#include <vector>

namespace termbook {

/// Any mark that a register may hold today, absent and present, possible and not, blank and closed.
inline rc::Gen<char> marks_of(const AttendanceCodes& codes) {
    std::vector<char> ids;
    for (const AttendanceCode& code : codes.codes())
        if (!code.until) ids.push_back(static_cast<char>(codes.id(code.code)));
    return rc::gen::elementOf(std::move(ids));
}

inline rc::Gen<sample::ExportedPupil> pupils_of(const AttendanceCodes& codes, std::size_t days) {
    return rc::gen::build<sample::ExportedPupil>(
        rc::gen::set(&sample::ExportedPupil::surname,
                     rc::gen::element<std::string>("Otterbeck", "O'Larch", "Fern,wood")),
        rc::gen::set(&sample::ExportedPupil::forename, rc::gen::element<std::string>("Anaïs", "Leo")),
        rc::gen::set(&sample::ExportedPupil::sex, rc::gen::element<std::string>("F", "M")),
        rc::gen::set(&sample::ExportedPupil::year, rc::gen::element<std::string>("R", "3", "4", "11")),
        rc::gen::set(&sample::ExportedPupil::born, rc::gen::just(std::string("2016-02-29"))),
        rc::gen::set(&sample::ExportedPupil::admitted, rc::gen::just(std::string("2025-09-01"))),
        rc::gen::set(&sample::ExportedPupil::marks,
                     rc::gen::container<std::string>(2 * days, marks_of(codes))));
}

/// A school of up to twenty pupils and ten days. Everybody is there on the first and the last day: days on
/// which nobody has a mark are no days of a register, and who has no mark at all is known to totals only.
inline rc::Gen<sample::ExportedSchool> small_schools(const AttendanceCodes& codes) {
    const auto of_days = [&codes](std::size_t count) {
        return rc::gen::map(
            rc::gen::scale(0.3, rc::gen::nonEmpty(rc::gen::container<std::vector<sample::ExportedPupil>>(
                                    pupils_of(codes, count)))),
            [&codes, count](std::vector<sample::ExportedPupil> pupils) {
                const Date last = sample::calendar_2025_26().year.terms.back().to;
                sample::ExportedSchool school{"100001",
                                              "Made Up School",
                                              "820",
                                              "2001",
                                              false,
                                              last,
                                              sample::school_days(sample::calendar_2025_26(), last),
                                              {}};
                school.days.resize(count);
                for (auto& pupil : pupils) {
                    pupil.upn = sample::upn(fmt::format("820{:09}", school.pupils.size()));
                    pupil.marks.front() = pupil.marks.back() = static_cast<char>(codes.id("/"));
                    school.pupils.push_back(std::move(pupil));
                }
                return school;
            });
    };
    return rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, 11), of_days);
}

inline std::vector<std::string> lines_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

} // namespace termbook
