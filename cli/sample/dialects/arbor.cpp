// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/dialects/arbor.hpp"

#include "cli/sample/dialects/pupil_cells.hpp"
#include "cli/sample/dialects/session_rows.hpp"

#include <cctype>
#include <chrono>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace termbook::sample {

namespace {

/// Arbor writes some of the blanks of its headers as no-break spaces.
std::string with_hard_blanks(std::string_view header) {
    std::string text;
    for (const char c : header)
        text += c == ' ' ? std::string("\xC2\xA0") : std::string(1, c);
    return text;
}

/// "27 Mar 2026".
std::string short_date(Date date) {
    return fmt::format("{:%d %b %Y}", fmt::gmtime(std::chrono::system_clock::to_time_t(date)));
}

Cells students_header(const ExportedSchool& school, bool totals) {
    const std::string between =
        fmt::format("between {} and {}", short_date(school.days.front()), short_date(school.as_at));
    Cells cells{"Globally Unique Student ID",
                "Arbor Student ID",
                "Legal First Name",
                "Legal Last Name",
                "Sex",
                with_hard_blanks("Year group(s) this academic year"),
                "Date of Birth",
                with_hard_blanks("Registration form(s) this academic year"),
                "Courses/classes",
                "SEN status",
                "UPN",
                with_hard_blanks(fmt::format("Pupil Premium Recipient at any time {}?", between)),
                with_hard_blanks(fmt::format("Ever 6 FSM at any time {}?", between)),
                "Free School Meals",
                with_hard_blanks("Looked After (In Care) Status"),
                "EAL",
                "Ethnicity",
                "Enrolment Date",
                "Leaving Date"};
    if (totals)
        for (const auto* name : {"Possible Sessions", "Authorised Absences", "Unauthorised Absences"})
            cells.push_back(with_hard_blanks(fmt::format("{} {}", name, between)));
    return cells;
}

/// A number of the system's own, the same in every export: what the UPN has behind the local authority's.
std::string student_id(const ExportedPupil& pupil) {
    constexpr std::size_t letter_and_authority = 4;
    return pupil.upn.substr(letter_and_authority);
}

std::string sen_status(const ExportedPupil& pupil) {
    if (pupil.sen.empty()) return "";
    return pupil.sen == "K" ? "SEN Support" : "EHC Plan";
}

Cells student(const ExportedPupil& pupil, const AttendanceCodes& codes, bool totals) {
    Cells cells{"GUS-" + student_id(pupil),
                student_id(pupil),
                pupil.forename,
                pupil.surname,
                pupil.sex == "F" ? "Female" : "Male",
                year_in_words(pupil),
                pupil.born,
                pupil.class_name,
                fmt::format("{0}: English, {0}: Maths, {0}: Science", pupil.class_name),
                sen_status(pupil),
                pupil.upn,
                yes_or_blank(is_disadvantaged(pupil)),
                yes_or_blank(pupil.free_meals || pupil.had_free_meals),
                yes_or_blank(pupil.free_meals),
                yes_or_blank(pupil.in_care),
                yes_or_blank(pupil.language != "ENG"),
                pupil.ethnicity,
                british(pupil.admitted),
                british(pupil.left)};
    if (totals) add_totals(cells, pupil, codes);
    return cells;
}

/// What each code means, in capitals: "PRESENT__MORNING_". By CodeId; nothing for a mark that is no code.
std::vector<std::string> meanings(const AttendanceCodes& codes) {
    std::vector<std::string> texts(std::size_t{AttendanceCodes::unknown} + 1);
    for (const AttendanceCode& code : codes.codes())
        for (const char c : code.title) {
            const auto letter = static_cast<unsigned char>(c);
            texts[codes.id(code.code)] +=
                std::isalpha(letter) != 0 ? static_cast<char>(std::toupper(letter)) : '_';
        }
    return texts;
}

std::string true_or_false(bool yes) {
    return yes ? "TRUE" : "FALSE";
}

} // namespace

Table arbor_students(const ExportedSchool& school, const AttendanceCodes& codes, bool totals) {
    return {{students_header(school, totals)}, school.pupils.size(), [&, totals](std::size_t i) {
                return student(school.pupils[i], codes, totals);
            }};
}

Table arbor_marks(const ExportedSchool& school, const AttendanceCodes& codes) {
    return session_rows(
        school,
        {"STUDENT_ID", "APPLICATION_ID", "RAW_MARK", "MARK_CODE", "MINUTES_LATE", "PERIOD", "DATE",
         "IS_PRESENT", "IS_AUTHORIZED_ABSENT", "IS_UNAUTHORIZED_ABSENT", "IS_POSSIBLE_ATTENDANCE"},
        [&, meaning = meanings(codes)](const SessionRow& row) {
            const SessionClass counts_as = codes.counts_as(row.code);
            const bool late = row.code != AttendanceCodes::unknown && codes.code(row.code).late;
            return Cells{student_id(row.pupil),
                         "sample_" + school.urn,
                         std::string(spelling_of(row.code, codes)),
                         meaning[row.code],
                         late ? "12" : "",
                         row.afternoon ? "AFTERNOON" : "MORNING",
                         row.date,
                         true_or_false(counts_as_attending(counts_as)),
                         true_or_false(counts_as == SessionClass::authorised),
                         true_or_false(counts_as == SessionClass::unauthorised),
                         true_or_false(counts_as_possible(counts_as))};
        });
}

} // namespace termbook::sample
