// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/marks/mark_grid.hpp"

#include "connectors/mis/marks/day_cell.hpp"
#include "connectors/mis/pupils/pupil_of_row.hpp"
#include "connectors/mis/tables/values.hpp"
#include "connectors/profiles/session_header.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

namespace termbook {

namespace {

/// One session of the grid.
struct GridSession {
    std::size_t column{0};
    Date date;
    std::size_t year{0}; ///< index into the calendar's years
    bool afternoon{false};
    bool whole_day{false}; ///< its column holds the marks of both sessions
    bool was_held{false};  ///< somebody has something in it
};

/// What a row says, kept until the whole grid shows in which sessions there was school.
struct GridRow {
    RegisterBuilder* school;
    std::size_t pupil;
    std::uint64_t line;
    std::string codes; ///< a CodeId a session
};

/// Reads one file.
class MarkGrid {
  public:
    MarkGrid(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file, Intake& intake)
        : m_rows(rows, table, file, intake.trust().issues), m_table(table), m_file(file),
          m_trust(intake.trust()), m_pupil(m_rows, file, intake) {
        for (std::size_t i = 0; i < table.fields.size(); ++i)
            if (table.fields[i] == "marks") add_sessions(i);
    }

    std::uint64_t load(std::optional<Date>& as_at) {
        while (m_rows.next())
            if (m_pupil.find()) take_row();
        for (const GridRow& row : m_read)
            place(row);
        if (m_last != Date::min()) as_at = m_last;
        return m_rows.count();
    }

  private:
    void add_sessions(std::size_t column) {
        const std::string& text = m_table.headers[column];
        const auto header = parse_session_header(text);
        const AcademicYear& file_year = m_trust.calendar.years()[m_file.year];
        const auto date = header->date_in(file_year);
        if (!date)
            return report_header(
                text, fmt::format("a date that is no day of {}, or another day of the week", file_year.name),
                "days of that year, such as 01/09/2025",
                "its marks are not counted; correct it, or put the file into a folder named for its year");
        const auto year = m_trust.calendar.year_of(*date);
        if (!year)
            return report_header({}, "marks in no configured year, in " + month_text(*date),
                                 "dates within a <year> of termbook.xml",
                                 "they are not counted; add the year if they should be");
        for (const bool afternoon : {false, true})
            if (header->afternoon.value_or(afternoon) == afternoon)
                m_sessions.push_back({column, *date, *year, afternoon, !header->afternoon, false});
    }

    void report_header(std::string header, std::string found, std::string expected, std::string remedy) {
        m_trust.issues.add({m_file.place(m_table.header_line, 0, std::move(header)),
                            std::move(found),
                            std::move(expected),
                            std::move(remedy),
                            1,
                            {}});
    }

    void take_row() {
        GridRow row{&m_pupil.school(), m_pupil.pupil(), m_rows.line(), {}};
        row.codes.reserve(m_sessions.size());
        for (std::size_t i = 0; i < m_sessions.size(); ++i) {
            if (m_sessions[i].whole_day)
                take_day(i++, row.codes);
            else
                take_mark(i, m_rows.cell(m_sessions[i].column), row.codes);
        }
        m_read.push_back(std::move(row));
    }

    /// The marks of a day's two sessions, which stand one behind the other.
    void take_day(std::size_t session, std::string& codes) {
        const std::size_t column = m_sessions[session].column;
        const auto day = split_day(m_rows.raw_cell(column), m_trust.codes);
        if (!day) {
            m_rows.report(column, fmt::format("the marks {} of a day", shown(m_rows.cell(column))),
                          "two national attendance codes, the morning's and the afternoon's",
                          "the day is not counted; correct it");
            codes.append(2, static_cast<char>(AttendanceCodes::none));
            return;
        }
        take_mark(session, day->first, codes);
        take_mark(session + 1, day->second, codes);
    }

    void take_mark(std::size_t session, std::string_view mark, std::string& codes) {
        const CodeId code = m_trust.codes.id(mark);
        if (code == AttendanceCodes::unknown)
            m_rows.report(m_sessions[session].column, fmt::format("the mark {}", shown(mark)),
                          "a national attendance code",
                          "the session is not counted; correct it in the system");
        const SessionClass counts_as = m_trust.codes.counts_as(code);
        if (counts_as != SessionClass::not_collected) {
            if (!mark.empty()) m_sessions[session].was_held = true;
            if (counts_as != SessionClass::missing) m_last = std::max(m_last, m_sessions[session].date);
        }
        codes += static_cast<char>(code);
    }

    void place(const GridRow& row) {
        std::optional<std::size_t> noted_year;
        for (std::size_t i = 0; i < m_sessions.size(); ++i) {
            const GridSession& session = m_sessions[i];
            if (!session.was_held || session.date > m_last) continue;
            row.school->mark(row.pupil, session.date, session.afternoon, static_cast<CodeId>(row.codes[i]),
                             {m_file.name, row.line, m_file.sheet});
            if (noted_year != session.year) row.school->used_for_attendance(session.year, m_file.source);
            noted_year = session.year;
        }
    }

    TableRows m_rows;
    const RecognisedTable& m_table;
    const ExportFile& m_file;
    Trust& m_trust;
    PupilOfRow m_pupil;
    std::vector<GridSession> m_sessions;
    std::vector<GridRow> m_read;
    Date m_last{Date::min()}; ///< the last day on which anybody has a mark
};

} // namespace

std::uint64_t load_mark_grid(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                             Intake& intake, std::optional<Date>& as_at) {
    return MarkGrid(rows, table, file, intake).load(as_at);
}

} // namespace termbook
