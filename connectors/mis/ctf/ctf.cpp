// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/ctf/ctf.hpp"

#include "connectors/mis/ctf/ctf_groups.hpp"
#include "connectors/mis/ctf/ctf_records.hpp"
#include "connectors/mis/ctf/ctf_results.hpp"
#include "connectors/mis/marks/mark_string.hpp"
#include "connectors/mis/pupils/earlier_year.hpp"
#include "connectors/mis/pupils/row_upn.hpp"
#include "connectors/mis/tables/values.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace termbook {

namespace {

/// A pupil's totals, kept until the file has shown what its years are named for.
struct PendingTotals {
    std::size_t pupil{0};
    int year{0}; ///< as written
    AttendanceTotals totals;
    std::uint64_t line{0};
};

/// What tells a pupil's groups, kept until the file has shown which histories it carries.
struct PendingGroups {
    std::string upn;
    CtfPupil seen;
};

/// A header may say XXX or XXXX for a local authority or establishment that is not known.
std::string known_number(const std::string& text) {
    return text.find_first_not_of('X') == std::string::npos ? std::string() : text;
}

/// Reads one file.
class CtfFile {
  public:
    CtfFile(const ExportFile& file, Intake& intake)
        : m_file(file), m_intake(intake), m_school(file.school), m_year(file.year) {}

    std::uint64_t load(readers::ByteSource& source) {
        CtfRecords records([this](const CtfHeader& header, std::uint64_t line) { take_header(header, line); },
                           [this](const CtfPupil& pupil) { take_pupil(pupil); });
        readers::read_xml(source, records);
        if (!m_school) refuse_school(0, "no SourceSchool in the header");
        place_groups();
        place_mark_strings(m_strings, codes(), m_file, *m_school);
        for (const MarkString& string : m_strings)
            note_year(m_intake.trust().calendar.year_of(string.start));
        see_how_years_are_named();
        for (const PendingTotals& pending : m_totals)
            place_totals(pending);
        return m_pupils;
    }

    std::optional<Date> as_at() const { return m_as_at; }

  private:
    const AttendanceCodes& codes() const { return m_intake.trust().codes; }

    void report(std::uint64_t line, std::string_view element, std::string found, std::string expected,
                std::string remedy) {
        m_intake.trust().issues.add({{m_file.name, line, 0, std::string(element)},
                                     std::move(found),
                                     std::move(expected),
                                     std::move(remedy),
                                     1,
                                     {}});
    }

    [[noreturn]] void refuse_school(std::uint64_t line, std::string found) const {
        throw Error({m_file.name, line, 0, "SourceSchool"}, std::move(found),
                    "the URN, LEA and Estab, or SchoolName of a school in termbook.xml",
                    "move the file into the school's folder, or add the <school>");
    }

    void take_header(const CtfHeader& header, std::uint64_t line) {
        m_la = known_number(header.la.text);
        m_estab = known_number(header.estab.text);
        m_as_at = parse_iso_date(header.date_time.text);
        m_is_earlier = is_of_an_earlier_year(m_file, m_as_at ? m_as_at : m_file.made, m_intake.trust());
        if (m_as_at && !m_file.year_is_named)
            m_year = m_intake.trust().calendar.year_of(*m_as_at).value_or(m_year);
        if (m_school) return require_own(header, line);
        m_school = school_named_by(header);
        if (m_school) return;
        refuse_school(line, header.school_name.text.empty()
                                ? "no school's URN or name in the header"
                                : fmt::format("the school '{}'", header.school_name.text));
    }

    RegisterBuilder* school_named_by(const CtfHeader& header) const {
        for (const std::string& name : {header.urn.text, m_la + m_estab, header.school_name.text})
            if (RegisterBuilder* named = m_intake.find_school(name)) return named;
        return nullptr;
    }

    /// A file that names another school does not belong into this school's folder.
    void require_own(const CtfHeader& header, std::uint64_t line) const {
        const RegisterBuilder* named = school_named_by(header);
        const bool other_urn = !header.urn.text.empty() && header.urn.text != m_school->school().urn;
        if (named ? named == m_school : !other_urn) return;
        throw Error(
            {m_file.name, line, 0, "SourceSchool"}, "a file of another school in this school's folder",
            fmt::format("the URN {}", m_school->school().urn), "move it into the folder of its own school");
    }

    void take_pupil(const CtfPupil& seen) {
        ++m_pupils;
        if (!m_school) refuse_school(seen.line, "a pupil before any SourceSchool");
        if (m_is_earlier) return;
        if (seen.upn.text.empty())
            return report(seen.line, "UPN", "a pupil without a UPN", "a UPN in each Pupil",
                          "the pupil is not counted; add the UPN in the system and export again");
        UpnFault fault = upn_fault(seen.upn.text);
        if (fault == UpnFault::none && !is_upn(seen.upn.text)) fault = UpnFault::other_form;
        if (const UpnFinding finding = finding_of(fault); fault != UpnFault::none)
            report(seen.upn.line, "UPN", std::string(finding.found), std::string(finding.expected),
                   std::string(finding.remedy));
        if (names_nobody(fault)) return;
        Enrolment enrolment;
        const Pupil described = describe(seen, enrolment);
        const auto pupil =
            m_school->describe(described, enrolment, m_year, {m_file.name, seen.line, 0, "Pupil"});
        m_school->used_for_pupils(m_year, m_file.source);
        if (!pupil) return;
        m_histories.note(seen);
        m_groups.push_back({described.upn, seen});
        m_groups.back().seen.years.clear();
        m_groups.back().seen.assessments.clear();
        for (const CtfYear& year : seen.years)
            take_year(*pupil, year);
        place_ctf_results(seen.assessments, *pupil, m_file, m_intake, *m_school);
    }

    /// Once all pupils were seen: who has no history of meals has had none only where others have one.
    void place_groups() {
        const Date on = m_as_at.value_or(m_intake.trust().calendar.years()[m_year].to);
        for (const PendingGroups& pending : m_groups) {
            Pupil pupil;
            pupil.upn = pending.upn;
            Enrolment enrolment;
            enrolment.is = ctf_characteristics(pending.seen, on, m_histories);
            m_school->describe(pupil, enrolment, m_year, {m_file.name, pending.seen.line, 0, "Pupil"});
        }
    }

    Pupil describe(const CtfPupil& seen, Enrolment& enrolment) {
        Pupil pupil;
        pupil.upn = seen.upn.text;
        pupil.surname = seen.surname.text;
        pupil.forename = seen.forename.text;
        pupil.ethnicity = seen.ethnicity.text;
        pupil.first_language = seen.language.text;
        pupil.sex = parse_sex(seen.sex.text);
        if (!pupil.sex && !seen.sex.text.empty())
            report(seen.sex.line, "Sex", fmt::format("the sex {}", shown(seen.sex.text)), "F or M",
                   "the pupil is counted as neither");
        pupil.born = parse_iso_date(seen.born.text);
        if (!pupil.born && !seen.born.text.empty())
            report(seen.born.line, "DOB", "a date that is no day of the calendar", "yyyy-mm-dd",
                   "the pupil is counted without a date of birth; correct it in the system and export again");
        enrolment.year = parse_year_group(seen.year_group.text);
        if (!enrolment.year)
            report(seen.year_group.line ? seen.year_group.line : seen.line, "NCyearActual",
                   seen.year_group.text.empty()
                       ? "no year group"
                       : fmt::format("the year group {}", shown(seen.year_group.text)),
                   "N1, N2, R or 1 to 13",
                   "the pupil is counted without one, unless another export has it; correct it in the system "
                   "and "
                   "export again");
        return pupil;
    }

    bool elsewhere(const CtfYear& year) const {
        const auto differs = [](const CtfText& here, const std::string& ours) {
            return !here.text.empty() && !ours.empty() && here.text != ours;
        };
        return differs(year.la, m_la) || differs(year.estab, m_estab);
    }

    void take_year(std::size_t pupil, const CtfYear& year) {
        if (elsewhere(year))
            return report(year.year.line, "YearData", "attendance at another school", "this school's",
                          "it is not counted here");
        take_marks(pupil, year);
        if (year.possible.text.empty()) return;
        const auto possible = parse_count(year.possible.text);
        const auto authorised = parse_count(year.authorised.text);
        const auto unauthorised = parse_count(year.unauthorised.text);
        const auto start_year = parse_count(year.year.text);
        if (!possible || !authorised || !unauthorised || !start_year ||
            *authorised + *unauthorised > *possible)
            return report(year.possible.line, "YearData",
                          "totals of attendance that are no whole numbers, or more "
                          "absence than was possible",
                          "SessionsPossible, SessionsAuthorised, SessionsUnauthorised "
                          "and Year",
                          "they are not counted; correct them in the system and export again");
        const AttendanceTotals totals{*possible, *authorised, *unauthorised};
        m_totals.push_back({pupil, static_cast<int>(*start_year), totals, year.possible.line});
    }

    void take_marks(std::size_t pupil, const CtfYear& year) {
        if (trimmed(year.marks.text).empty()) return;
        const auto start = parse_iso_date(year.start.text);
        if (!start) {
            report(year.marks.line, "AttendanceStartDate",
                   year.start.text.empty() ? "marks without a date" : "a date that is no day of the calendar",
                   "a day as yyyy-mm-dd",
                   "the marks are not counted; correct it in the system and export again");
            return;
        }
        if (year.marks.text.size() > longest_mark_string)
            return report(year.marks.line, "AttendanceMarks", "more marks than a year has sessions",
                          "the marks of one year", "the marks are not counted; export again");
        std::vector<std::string> unknown;
        m_strings.push_back(
            {pupil, *start, read_mark_string(year.marks.text, codes(), unknown), year.marks.line});
        for (const std::string& mark : unknown)
            report(year.marks.line, "AttendanceMarks", fmt::format("the mark {}", shown(mark)),
                   "a national attendance code", "the session is not counted; correct it in the system");
        const auto named = parse_count(year.year.text);
        if (const auto index = m_intake.trust().calendar.year_of(*start); named && index) {
            const std::chrono::year_month_day from{m_intake.trust().calendar.years()[*index].from};
            m_named_for_end = static_cast<int>(*named) == static_cast<int>(from.year()) + 1;
        }
    }

    /// The configured year that `Year` means.
    std::optional<std::size_t> year_meant(int written) const {
        const auto begins = [&](int year) -> std::optional<std::size_t> {
            const auto& years = m_intake.trust().calendar.years();
            for (std::size_t i = 0; i < years.size(); ++i)
                if (static_cast<int>(std::chrono::year_month_day{years[i].from}.year()) == year) return i;
            return std::nullopt;
        };
        return begins(m_named_for_end ? written - 1 : written);
    }

    /// A year that had not begun when the file was made is named for its end, and so are all the file's
    /// years.
    void see_how_years_are_named() {
        for (const PendingTotals& pending : m_totals) {
            const auto september = make_date(pending.year, 9, 1);
            if (m_as_at && september && *september > *m_as_at) m_named_for_end = true;
        }
    }

    void place_totals(const PendingTotals& pending) {
        const auto year = year_meant(pending.year);
        if (!year)
            return report(pending.line, "YearData", fmt::format("attendance of the year {}", pending.year),
                          "a <year> of termbook.xml", "it is not counted; add the year if it should be");
        m_school->totals(pending.pupil, *year, pending.totals, {m_file.name, pending.line, 0, "YearData"});
        note_year(year);
    }

    void note_year(std::optional<std::size_t> year) {
        if (year) m_school->used_for_attendance(*year, m_file.source);
    }

    const ExportFile& m_file;
    Intake& m_intake;
    RegisterBuilder* m_school;
    std::size_t m_year; ///< that the file was made in
    std::string m_la;
    std::string m_estab;
    std::optional<Date> m_as_at;
    bool m_is_earlier{false}; ///< the file is of a year before its folder's
    std::uint64_t m_pupils{0};
    bool m_named_for_end{false};
    std::vector<MarkString> m_strings;
    std::vector<PendingTotals> m_totals;
    CtfHistories m_histories;
    std::vector<PendingGroups> m_groups;
};

} // namespace

std::uint64_t load_ctf(readers::ByteSource& source, const ExportFile& file, Intake& intake,
                       std::optional<Date>& as_at) {
    CtfFile ctf(file, intake);
    const std::uint64_t pupils = ctf.load(source);
    as_at = ctf.as_at();
    return pupils;
}

} // namespace termbook
