// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/staff_absence_table.hpp"

#include "connectors/mis/half_days.hpp"
#include "connectors/mis/row_pupil.hpp"
#include "connectors/mis/values.hpp"

#include <fmt/format.h>

namespace termbook {

namespace {

/// Reads the rows of one file.
class StaffAbsenceTable {
  public:
    StaffAbsenceTable(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                      Intake& intake)
        : m_rows(rows, table, file, intake.trust().issues), m_file(file), m_intake(intake) {}

    std::uint64_t load() {
        while (m_rows.next())
            load_row();
        return m_rows.count();
    }

  private:
    std::string_view cell(std::string_view field) const { return m_rows.cell(m_rows.column(field)); }

    void report(std::string_view field, std::string found, std::string expected, std::string remedy) {
        m_rows.report(m_rows.column(field), std::move(found), std::move(expected), std::move(remedy));
    }

    DateOrder order_of(std::string_view field) const { return m_rows.habits(m_rows.column(field)).dates; }

    void load_row() {
        if (cell("staff").empty())
            return report("staff", "a row without a number of a member of staff", "a number in each row",
                          "the row is not counted; add it if it is one of the staff");
        RegisterBuilder* school = school_of_row(m_rows, m_file, m_intake);
        if (!school) {
            if (cell("school").empty())
                report("staff", "a member of staff of no known school",
                       "a school column, or a folder a school",
                       "the row is not counted; move the file into the school's folder");
            return;
        }
        if (m_rows.column("date"))
            load_absence(*school);
        else
            load_member(*school);
    }

    /// A number of days in half days; none, and `whole` false, where the cell holds something else.
    std::optional<std::int64_t> half_days(std::string_view field, bool& whole) {
        const std::string_view text = cell(field);
        if (text.empty()) return std::nullopt;
        const auto length = parse_half_days(text, LengthUnit::days);
        if (!length) {
            whole = false;
            report(field, fmt::format("{} for a number of days", shown(text)), "days of one year, as 2.5",
                   "the row is not counted; correct it");
            return std::nullopt;
        }
        if (length->rounded)
            report(field, "days that are no whole number of half days", "whole or half days",
                   "the nearest half day is counted");
        return length->count;
    }

    void load_member(RegisterBuilder& school) {
        bool whole = true;
        const StaffMember seen{half_days("days.available", whole), half_days("days.lost", whole)};
        if (!whole) return;
        if (seen.available && seen.lost && *seen.lost > *seen.available)
            return report("days.lost", "more days lost than were available", "at most as many",
                          "the member of staff is not counted; correct it");
        school.staff().member(m_file.year, cell("staff"), seen, m_rows.place(m_rows.column("staff")));
        school.staff().used(m_file.year, m_file.source);
    }

    void load_absence(RegisterBuilder& school) {
        const auto from = parse_date(cell("date"), order_of("date"));
        if (!from)
            return report("date",
                          cell("date").empty() ? "a row without a date"
                                               : date_fault(cell("date"), order_of("date")),
                          "a day of the calendar, as dd/mm/yyyy or yyyy-mm-dd",
                          "the absence is not counted; correct it");
        const auto year = m_intake.trust().calendar.year_of(*from);
        if (!year)
            return report("date", "an absence in no configured year, in " + month_text(*from),
                          "dates within a <year> of termbook.xml",
                          "it is not counted; add the year if it should be");
        const std::string_view until = cell("until");
        const auto last = parse_date(until, order_of("until"));
        if (!until.empty() && (!last || *last < *from))
            report("until", last ? "an end before the start" : date_fault(until, order_of("until")),
                   "a day from the start on", "the absence is counted by its start; correct it");
        bool whole = true;
        const auto lost = half_days("days.lost", whole);
        if (!whole) return;
        if (!lost)
            return report("days.lost", "an absence without its days lost", "the working days lost",
                          "it is not counted; complete it");
        school.staff().absence(*year, cell("staff"), *from, *lost, m_rows.place(m_rows.column("date")));
        school.staff().used(*year, m_file.source);
    }

    TableRows m_rows;
    const ExportFile& m_file;
    Intake& m_intake;
};

} // namespace

std::uint64_t load_staff_absence_table(readers::RowReader& rows, const RecognisedTable& table,
                                       const ExportFile& file, Intake& intake, std::optional<Date>&) {
    return StaffAbsenceTable(rows, table, file, intake).load();
}

} // namespace termbook
