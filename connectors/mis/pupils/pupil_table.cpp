// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupils/pupil_table.hpp"

#include "connectors/mis/pupils/earlier_year.hpp"
#include "connectors/mis/pupils/pupil_row.hpp"
#include "connectors/mis/pupils/row_upn.hpp"
#include "connectors/mis/pupils/school_of_row.hpp"
#include "connectors/mis/tables/table_rows.hpp"
#include "connectors/mis/tables/values.hpp"

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
        const bool is_earlier = is_of_an_earlier_year(m_file, m_file.made, m_intake.trust());
        while (m_rows.next())
            if (!is_earlier) load_row();
        return m_rows.count();
    }

  private:
    void load_row() {
        const std::string_view upn = usable_upn(m_rows);
        if (upn.empty()) return;
        if (const UpnFault fault = upn_fault(upn); fault != UpnFault::none) {
            const UpnFinding finding = finding_of(fault);
            m_rows.report("upn", std::string(finding.found), std::string(finding.expected),
                          std::string(finding.remedy));
        }
        RegisterBuilder* school = school_of_row(m_rows, m_file, m_intake);
        if (!school) {
            if (m_rows.cell("school").empty())
                m_rows.report("upn", "a row that does not say its school",
                              "a school column, or a folder a school",
                              "the row is not counted; move the file into the school's folder");
            return;
        }
        const auto [seen, enrolment] = read_pupil_row(m_rows);
        const auto pupil = school->describe(seen, enrolment, m_file.year, m_rows.place("upn"));
        school->used_for_pupils(m_file.year, m_file.source);
        if (!pupil) return;
        if (!m_rows.cell("id").empty()) school->known_as(*pupil, m_rows.cell("id"), m_rows.place("id"));
        load_totals(*school, *pupil);
    }

    std::optional<std::int64_t> count(std::string_view field) {
        const auto number = parse_count(m_rows.cell(field));
        if (!number)
            m_rows.report(field, shown(m_rows.cell(field)), "a whole number of sessions",
                          "the pupil's attendance is not counted; correct it");
        return number;
    }

    void report_absence_of_nothing() {
        for (const std::string_view field : {"attendance.authorised", "attendance.unauthorised"})
            if (!m_rows.cell(field).empty() && parse_count(m_rows.cell(field)) != 0)
                return m_rows.report("attendance.possible", "absence, but no possible sessions",
                                     "a whole number of sessions",
                                     "the pupil's attendance is not counted; correct it");
    }

    void load_totals(RegisterBuilder& school, std::size_t pupil) {
        if (m_rows.cell("attendance.possible").empty()) return report_absence_of_nothing();
        const auto possible = count("attendance.possible");
        const auto authorised = count("attendance.authorised");
        const auto unauthorised = count("attendance.unauthorised");
        if (!possible || !authorised || !unauthorised) return;
        const AcademicYear& year = m_intake.trust().calendar.years()[m_file.year];
        if (m_file.made && *m_file.made < year.from)
            return m_rows.report("attendance.possible",
                                 fmt::format("totals of {} that were made before it began", year.name),
                                 fmt::format("an export of {} or later", iso_text(year.from)),
                                 "they are not counted; move the file into the folder of its year");
        school.totals(pupil, m_file.year, {*possible, *authorised, *unauthorised},
                      m_rows.place("attendance.possible"));
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
