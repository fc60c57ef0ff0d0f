// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/marks/mark_strings.hpp"

#include "connectors/mis/marks/mark_string.hpp"
#include "connectors/mis/pupils/pupil_of_row.hpp"
#include "connectors/mis/tables/values.hpp"

#include <fmt/format.h>
#include <map>

namespace termbook {

namespace {

/// Reads the rows of one file.
class MarkStrings {
  public:
    MarkStrings(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                Intake& intake)
        : m_rows(rows, table, file, intake.trust().issues), m_file(file), m_trust(intake.trust()),
          m_pupil(m_rows, file, intake), m_start(m_rows.column("start")),
          m_order(m_rows.habits(m_start).dates), m_marks(m_rows.column("marks")) {}

    std::uint64_t load(std::optional<Date>& as_at) {
        while (m_rows.next())
            load_row();
        for (const auto& [school, strings] : m_strings) {
            const Date last = place_mark_strings(strings, m_trust.codes, m_file, *school);
            for (const MarkString& string : strings)
                if (const auto year = m_trust.calendar.year_of(string.start))
                    school->used_for_attendance(*year, m_file.source);
            if (last != Date::min()) as_at = std::max(as_at.value_or(last), last);
        }
        return m_rows.count();
    }

  private:
    void load_row() {
        if (!m_pupil.find()) return;
        const auto start = parse_date(m_rows.cell(m_start), m_order);
        if (!start)
            return m_rows.report(m_start, date_fault(m_rows.cell(m_start), m_order),
                                 "the day of the first mark, as dd/mm/yyyy or yyyy-mm-dd",
                                 "the marks are not counted; correct it in the system and export again");
        const std::string_view marks = m_rows.cell(m_marks);
        if (marks.empty() || marks.size() > longest_mark_string)
            return m_rows.report(m_marks, marks.empty() ? "no marks" : "more marks than a year has sessions",
                                 "the marks of one year", "the row is not counted; export again");
        std::vector<std::string> unknown;
        m_strings[&m_pupil.school()].push_back(
            {m_pupil.pupil(), *start, read_mark_string(marks, m_trust.codes, unknown), m_rows.line()});
        for (const std::string& mark : unknown)
            m_rows.report(m_marks, fmt::format("the mark {}", shown(mark)), "a national attendance code",
                          "the session is not counted; correct it in the system");
    }

    TableRows m_rows;
    const ExportFile& m_file;
    Trust& m_trust;
    PupilOfRow m_pupil;
    TableRows::Column m_start;
    DateOrder m_order;
    TableRows::Column m_marks;
    std::map<RegisterBuilder*, std::vector<MarkString>> m_strings;
};

} // namespace

std::uint64_t load_mark_strings(readers::RowReader& rows, const RecognisedTable& table,
                                const ExportFile& file, Intake& intake, std::optional<Date>& as_at) {
    return MarkStrings(rows, table, file, intake).load(as_at);
}

} // namespace termbook
