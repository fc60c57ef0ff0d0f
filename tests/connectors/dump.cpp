// SPDX-License-Identifier: MPL-2.0
#include "tests/connectors/dump.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <vector>

namespace termbook {

namespace {

void dump_pupil(std::string& text, const School& school, const Pupil& pupil) {
    const std::string who = fmt::format("{} {}", school.urn, pupil.upn);
    text += fmt::format("{} name: {}, {}\n", who, pupil.surname, pupil.forename);
    if (pupil.born) text += fmt::format("{} born: {}\n", who, iso_text(*pupil.born));
    if (pupil.sex) text += fmt::format("{} sex: {}\n", who, *pupil.sex == Sex::female ? "F" : "M");
    if (pupil.year) text += fmt::format("{} year: {}\n", who, year_group_key(*pupil.year));
    if (!pupil.class_name.empty()) text += fmt::format("{} class: {}\n", who, pupil.class_name);
}

std::string spelling(char mark, const AttendanceCodes& codes) {
    const auto id = static_cast<CodeId>(mark);
    if (id == AttendanceCodes::none) return "nothing";
    return id == AttendanceCodes::unknown ? "unknown" : codes.code(id).code;
}

/// The days in order of time, as indices.
std::vector<std::size_t> in_order(const std::vector<Date>& days) {
    std::vector<std::size_t> order(days.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return days[a] < days[b]; });
    return order;
}

void dump_attendance(std::string& text, const Trust& trust, const School& school,
                     const AttendanceYear& attendance) {
    const std::string& year = trust.calendar.years()[attendance.year].name;
    for (std::size_t i = 0; i < school.pupils.size(); ++i) {
        const std::string who = fmt::format("{} {} {}", school.urn, school.pupils[i].upn, year);
        if (attendance.has_totals(i)) {
            const AttendanceTotals& totals = *attendance.totals[i];
            text += fmt::format("{} totals: possible {}, authorised {}, unauthorised {}\n", who,
                                totals.possible, totals.authorised, totals.unauthorised);
        }
        if (!attendance.has_marks(i)) continue;
        const std::string& marks = attendance.marks[i];
        for (const std::size_t day : in_order(attendance.days)) {
            if (marks.size() <= 2 * day) continue;
            const std::string afternoon =
                2 * day + 1 < marks.size() ? spelling(marks[2 * day + 1], trust.codes) : "nothing";
            text += fmt::format("{} {}: {} {}\n", who, iso_text(attendance.days[day]),
                                spelling(marks[2 * day], trust.codes), afternoon);
        }
    }
}

} // namespace

std::string dump_model(const Workspace& workspace) {
    std::string text;
    for (const ExportReport& file : workspace.exports)
        if (!file.refusal)
            text += fmt::format("file {}: {}; {}; {} rows\n", file.file, file.title, file.why, file.rows);
    for (const School& school : workspace.trust.schools) {
        text += fmt::format("school {}: {}\n", school.urn, school.name);
        for (const Pupil& pupil : school.pupils)
            dump_pupil(text, school, pupil);
        for (const AttendanceYear& attendance : school.attendance)
            dump_attendance(text, workspace.trust, school, attendance);
    }
    return text;
}

std::string dump_issues(const Workspace& workspace) {
    std::string text;
    for (const ExportReport& file : workspace.exports)
        if (file.refusal) text += fmt::format("refused: {}\n", file.refusal->what());
    for (const Issue& issue : workspace.trust.issues.issues())
        text += to_string(issue) + "\n";
    return text;
}

} // namespace termbook
