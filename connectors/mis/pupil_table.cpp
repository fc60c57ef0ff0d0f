// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupil_table.hpp"

#include "connectors/mis/pupil_row.hpp"
#include "connectors/mis/row_upn.hpp"
#include "connectors/mis/table_rows.hpp"
#include "connectors/mis/values.hpp"

#include <fmt/format.h>
#include <utility>

namespace termbook {

namespace {

/// Reads the rows of one file.
class PupilTable {
  public:
    PupilTable(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file, Intake& intake)
        : m_rows(rows, table, file, intake.trust().issues), m_file(file), m_intake(intake) {}

    std::uint64_t load() {
        while (m_rows.next())
            load_row();
        return m_rows.count();
    }

  private:
    std::string_view cell(std::string_view field) const { return m_rows.cell(m_rows.column(field)); }
    SourcePos place(std::string_view field) const { return m_rows.place(m_rows.column(field)); }

    void report(std::string_view field, std::string found, std::string expected, std::string remedy) {
        m_rows.report(m_rows.column(field), std::move(found), std::move(expected), std::move(remedy));
    }

    RegisterBuilder* school_of_row() {
        const std::string_view named = cell("school");
        if (named.empty()) return m_file.school;
        RegisterBuilder* school = m_intake.find_school(named);
        if (!school)
            report("school", "a school that is not known",
                   "the URN, LAESTAB or name of a school in termbook.xml",
                   "the row is not counted; add the <school>, or correct its name there");
        else if (m_file.school && school != m_file.school)
            report("school", "a row of another school in this school's folder", "rows of the folder's school",
                   "it is counted at the school that it names; move the file if that is wrong");
        return school;
    }

    void load_row() {
        const std::string_view upn = usable_upn(m_rows);
        if (upn.empty()) return;
        if (const UpnFault fault = upn_fault(upn); fault != UpnFault::none) {
            const UpnFinding finding = finding_of(fault);
            report("upn", std::string(finding.found), std::string(finding.expected),
                   std::string(finding.remedy));
        }
        RegisterBuilder* school = school_of_row();
        if (!school) {
            if (cell("school").empty())
                report("upn", "a row that does not say its school", "a school column, or a folder a school",
                       "the row is not counted; move the file into the school's folder");
            return;
        }
        const auto [seen, enrolment] = read_pupil_row(m_rows);
        const std::size_t pupil = school->describe(seen, enrolment, m_file.year, place("upn"));
        if (!cell("id").empty()) school->known_as(pupil, cell("id"), place("id"));
        school->used_for_pupils(m_file.year, m_file.source);
        load_totals(*school, pupil);
    }

    std::optional<std::int64_t> count(std::string_view field) {
        const auto number = parse_count(cell(field));
        if (!number)
            report(field, shown(cell(field)), "a whole number of sessions",
                   "the pupil's attendance is not counted; correct it");
        return number;
    }

    void report_absence_of_nothing() {
        for (const std::string_view field : {"attendance.authorised", "attendance.unauthorised"})
            if (!cell(field).empty() && parse_count(cell(field)) != 0)
                return report("attendance.possible", "absence, but no possible sessions",
                              "a whole number of sessions",
                              "the pupil's attendance is not counted; correct it");
    }

    void load_totals(RegisterBuilder& school, std::size_t pupil) {
        if (cell("attendance.possible").empty()) return report_absence_of_nothing();
        const auto possible = count("attendance.possible");
        const auto authorised = count("attendance.authorised");
        const auto unauthorised = count("attendance.unauthorised");
        if (!possible || !authorised || !unauthorised) return;
        const AcademicYear& year = m_intake.trust().calendar.years()[m_file.year];
        if (m_file.made && *m_file.made < year.from)
            return report("attendance.possible",
                          fmt::format("totals of {} that were made before it began", year.name),
                          fmt::format("an export of {} or later", iso_text(year.from)),
                          "they are not counted; move the file into the folder of its year");
        school.totals(pupil, m_file.year, {*possible, *authorised, *unauthorised},
                      place("attendance.possible"));
        school.used_for_attendance(m_file.year, m_file.source);
    }

    TableRows m_rows;
    const ExportFile& m_file;
    Intake& m_intake;
};

} // namespace

std::uint64_t load_pupil_table(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                               Intake& intake, std::optional<Date>&) {
    return PupilTable(rows, table, file, intake).load();
}

} // namespace termbook
