// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/mark_rows.hpp"

#include "connectors/mis/values.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook {

namespace {

/// Reads the rows of one file. Files run to millions of rows, in which the row before mostly had the same
/// pupil or the same date: both are looked up only when they change.
class MarkRows {
  public:
    MarkRows(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file, Intake& intake)
        : m_rows(rows), m_table(table), m_file(file), m_intake(intake), m_upn(*table.column("upn")),
          m_date(*table.column("date")), m_session(*table.column("session")), m_mark(*table.column("mark")),
          m_school(table.column("school")) {}

    std::uint64_t load() {
        std::uint64_t read = 0;
        while (m_rows.next(m_row)) {
            if (m_row.line <= m_table.header_line || is_blank()) continue;
            ++read;
            load_row();
        }
        return read;
    }

    std::optional<Date> last_day() const {
        if (m_last_day == Date::min()) return std::nullopt;
        return m_last_day;
    }

  private:
    std::string_view cell(std::size_t column) const {
        return column < m_row.cells.size() ? m_row.cells[column] : std::string_view();
    }

    bool is_blank() const {
        for (const auto each : m_row.cells)
            if (!trimmed(each).empty()) return false;
        return true;
    }

    SourcePos place(std::size_t column) const {
        return {m_file.name, m_row.line, m_rows.column_of(column), m_table.headers[column]};
    }

    void report(std::size_t column, std::string found, std::string expected, std::string remedy) {
        m_intake.trust().issues.add(
            {place(column), std::move(found), std::move(expected), std::move(remedy), 1, {}});
    }

    void load_row() {
        if (!find_pupil() || !find_date()) return;
        const auto afternoon = parse_afternoon(trimmed(cell(m_session)));
        if (!afternoon) {
            report(m_session, fmt::format("the session {}", shown(trimmed(cell(m_session)))), "AM or PM",
                   "the row is not counted");
            return;
        }
        const std::string_view mark = trimmed(cell(m_mark));
        const CodeId code = m_intake.trust().codes.id(mark);
        if (code == AttendanceCodes::unknown)
            report(m_mark, fmt::format("the mark {}", shown(mark)), "a national attendance code",
                   "the session is not counted; correct it in the system");
        m_to->mark(m_pupil, m_day, *afternoon, code, {m_file.name, m_row.line});
        if (m_year == m_noted_year && m_to == m_noted) return;
        m_to->used_for_attendance(*m_year, m_file.source);
        m_noted_year = m_year;
        m_noted = m_to;
    }

    bool find_pupil() {
        const std::string_view upn = cell(m_upn);
        const std::string_view school = m_school ? cell(*m_school) : std::string_view();
        if (m_to && upn == m_last_upn && school == m_last_school) return true;
        m_to = nullptr;
        const std::string_view name = trimmed(upn);
        if (name.empty()) {
            report(m_upn, "a row without a UPN", "a UPN in each row", "the row is not counted");
            return false;
        }
        if (!find_school_and_pupil(name, trimmed(school))) return false;
        m_last_upn = upn;
        m_last_school = school;
        return true;
    }

    bool find_school_and_pupil(std::string_view upn, std::string_view school) {
        if (!school.empty())
            m_to = m_intake.find_school(school);
        else if (m_file.school)
            m_to = m_file.school;
        else if (const auto known = m_intake.find_pupil(upn))
            m_to = known->first;
        if (!m_to) {
            report(m_upn, "a mark of a pupil whose school is not known",
                   "a pupil list with this UPN, a school column, or a folder a school",
                   "the row is not counted; add the pupil list, or move the file into the school's folder");
            return false;
        }
        m_pupil = m_to->pupil(upn);
        return true;
    }

    bool find_date() {
        const std::string_view text = cell(m_date);
        if (m_year && text == m_last_date) return true;
        m_year.reset();
        const auto date = parse_date(text);
        if (!date) {
            report(m_date, "a date that is no day of the calendar",
                   "a day of the calendar, as dd/mm/yyyy or "
                   "yyyy-mm-dd",
                   "the row is not counted; correct it");
            return false;
        }
        m_year = m_intake.trust().calendar.year_of(*date);
        if (!m_year) {
            report(m_date, "marks in no configured year, in " + month_text(*date),
                   "dates within a <year> of termbook.xml",
                   "they are not counted; add the year if they should be");
            return false;
        }
        m_day = *date;
        m_last_day = std::max(m_last_day, m_day);
        m_last_date = text;
        return true;
    }

    readers::RowReader& m_rows;
    const RecognisedTable& m_table;
    const ExportFile& m_file;
    Intake& m_intake;
    std::size_t m_upn;
    std::size_t m_date;
    std::size_t m_session;
    std::size_t m_mark;
    std::optional<std::size_t> m_school;
    readers::Row m_row;

    RegisterBuilder* m_to{nullptr};
    std::size_t m_pupil{0};
    std::string m_last_upn;
    std::string m_last_school;
    Date m_day{};
    Date m_last_day{Date::min()};
    std::optional<std::size_t> m_year;
    std::string m_last_date;
    std::optional<std::size_t> m_noted_year;
    RegisterBuilder* m_noted{nullptr};
};

} // namespace

std::uint64_t load_mark_rows(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                             Intake& intake, std::optional<Date>& as_at) {
    MarkRows marks(rows, table, file, intake);
    const std::uint64_t read = marks.load();
    as_at = marks.last_day();
    return read;
}

} // namespace termbook
