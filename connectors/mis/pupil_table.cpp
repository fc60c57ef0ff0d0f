// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/pupil_table.hpp"

#include "connectors/mis/pupil_row.hpp"
#include "connectors/mis/table_rows.hpp"
#include "connectors/mis/upn.hpp"
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
            report("school", "a school that is not known", "the URN or name of a school in termbook.xml",
                   "the row is not counted; add the <school>, or correct its name there");
        return school;
    }

    void load_row() {
        if (cell("upn").empty()) {
            report("upn", "a row without a UPN", "a UPN in each row",
                   "the row is not counted; add the UPN if it is a pupil");
            return;
        }
        const UpnFault fault = upn_fault(cell("upn"));
        if (fault == UpnFault::rounded) {
            report("upn", "a UPN that a spreadsheet has rounded to a few digits",
                   "a letter and twelve digits",
                   "the row is not counted; export it again without opening it in a spreadsheet, or with the "
                   "column "
                   "as text");
            return;
        }
        if (fault == UpnFault::wrong_letter)
            report("upn", "a UPN whose letter does not fit its digits", "the letter that they give",
                   "the pupil is counted; correct the UPN in the system, or exports may not match");
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

    void load_totals(RegisterBuilder& school, std::size_t pupil) {
        if (cell("attendance.possible").empty()) return;
        const auto possible = count("attendance.possible");
        const auto authorised = count("attendance.authorised");
        const auto unauthorised = count("attendance.unauthorised");
        if (!possible || !authorised || !unauthorised) return;
        if (*authorised + *unauthorised > *possible) {
            report("attendance.possible", "more sessions of absence than were possible", "at most as many",
                   "the pupil's attendance is not counted; correct it");
            return;
        }
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
