// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/conduct/staff_absence_table.hpp"

#include "connectors/mis/conduct/half_days.hpp"
#include "connectors/mis/pupils/school_of_row.hpp"
#include "connectors/mis/tables/values.hpp"

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
    void load_row() {
        if (m_rows.cell("staff").empty())
            return m_rows.report("staff", "a row without a number of a member of staff",
                                 "a number in each row",
                                 "the row is not counted; add it if it is one of the staff");
        RegisterBuilder* school = school_of_row(m_rows, m_file, m_intake);
        if (!school) {
            if (m_rows.cell("school").empty())
                m_rows.report("staff", "a member of staff of no known school",
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
        const std::string_view text = m_rows.cell(field);
        if (text.empty()) return std::nullopt;
        const auto length = parse_half_days(text, LengthUnit::days);
        if (!length) {
            whole = false;
            m_rows.report(field, fmt::format("{} for a number of days", shown(text)),
                          "days of one year, as 2.5", "the row is not counted; correct it");
            return std::nullopt;
        }
        if (length->rounded)
            m_rows.report(field, "days that are no whole number of half days", "whole or half days",
                          "the nearest half day is counted");
        return length->count;
    }

    void load_member(RegisterBuilder& school) {
        bool whole = true;
        const StaffMember seen{half_days("days.available", whole), half_days("days.lost", whole)};
        if (!whole) return;
        if (seen.available && seen.lost && *seen.lost > *seen.available)
            return m_rows.report("days.lost", "more days lost than were available", "at most as many",
                                 "the member of staff is not counted; correct it");
        school.staff().member(m_file.year, m_rows.cell("staff"), seen, m_rows.place("staff"));
        school.staff().used(m_file.year, m_file.source);
    }

    void load_absence(RegisterBuilder& school) {
        const auto from = parse_date(m_rows.cell("date"), m_rows.habits("date").dates);
        if (!from)
            return m_rows.report("date",
                                 m_rows.cell("date").empty()
                                     ? "a row without a date"
                                     : date_fault(m_rows.cell("date"), m_rows.habits("date").dates),
                                 "a day of the calendar, as dd/mm/yyyy or yyyy-mm-dd",
                                 "the absence is not counted; correct it");
        const auto year = m_intake.trust().calendar.year_of(*from);
        if (!year)
            return m_rows.report("date", "an absence in no configured year, in " + month_text(*from),
                                 "dates within a <year> of termbook.xml",
                                 "it is not counted; add the year if it should be");
        const std::string_view until = m_rows.cell("until");
        const auto last = parse_date(until, m_rows.habits("until").dates);
        if (!until.empty() && (!last || *last < *from))
            m_rows.report("until",
                          last ? "an end before the start" : date_fault(until, m_rows.habits("until").dates),
                          "a day from the start on", "the absence is counted by its start; correct it");
        bool whole = true;
        const auto lost = half_days("days.lost", whole);
        if (!whole) return;
        if (!lost)
            return m_rows.report("days.lost", "an absence without its days lost", "the working days lost",
                                 "it is not counted; complete it");
        school.staff().absence(*year, m_rows.cell("staff"), *from, *lost, m_rows.place("date"));
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
