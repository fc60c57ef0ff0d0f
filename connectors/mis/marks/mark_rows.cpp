// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/marks/mark_rows.hpp"

#include "connectors/mis/pupils/pupil_of_row.hpp"
#include "connectors/mis/tables/table_rows.hpp"
#include "connectors/mis/tables/values.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <vector>

namespace termbook {

namespace {

/// What the text of a date says.
struct Day {
    std::string text;
    bool is_date{false};
    Date date{};
    std::optional<std::size_t> year; ///< index into the calendar's years; none: in no configured year
};

/// The days that a file's dates mean. A file has a few hundred dates, and each of them thousands of times:
/// what a text was found to say is kept until another text takes its place.
class Days {
  public:
    Days(const Calendar& calendar, DateOrder order) : m_calendar(calendar), m_order(order), m_kept(places) {}

    const Day& find(std::string_view text) {
        Day& day = m_kept[std::hash<std::string_view>{}(text) % places];
        if (day.text != text) read(text, day);
        return day;
    }

  private:
    static constexpr std::size_t places = 4096; // so many that the days of a year seldom meet in one

    void read(std::string_view text, Day& day) const {
        const auto date = parse_date(text, m_order);
        day.text = text;
        day.is_date = date.has_value();
        day.date = date.value_or(Date{});
        day.year = date ? m_calendar.year_of(*date) : std::nullopt;
    }

    const Calendar& m_calendar;
    DateOrder m_order;
    std::vector<Day> m_kept;
};

/// Reads the rows of one file.
class MarkRows {
  public:
    MarkRows(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file, Intake& intake)
        : m_rows(rows, table, file, intake.trust().issues), m_file(file), m_intake(intake),
          m_order(m_rows.habits(m_rows.column("date")).dates), m_days(intake.trust().calendar, m_order),
          m_pupil(m_rows, file, intake), m_date(m_rows.column("date")), m_session(m_rows.column("session")),
          m_mark(m_rows.column("mark")) {}

    std::uint64_t load() {
        while (m_rows.next())
            load_row();
        return m_rows.count();
    }

    std::optional<Date> last_day() const {
        if (m_last_day == Date::min()) return std::nullopt;
        return m_last_day;
    }

  private:
    void load_row() {
        if (!m_pupil.find() || !find_day()) return;
        const std::string_view session = m_rows.cell(m_session);
        const auto afternoon = parse_afternoon(session);
        if (!afternoon)
            return m_rows.report(m_session, fmt::format("the session {}", shown(session)), "AM or PM",
                                 "the row is not counted");
        const std::string_view mark = m_rows.cell(m_mark);
        const CodeId code = m_intake.trust().codes.id(mark);
        if (code == AttendanceCodes::unknown)
            m_rows.report(m_mark, fmt::format("the mark {}", shown(mark)), "a national attendance code",
                          "the session is not counted; correct it in the system");
        RegisterBuilder& school = m_pupil.school();
        school.mark(m_pupil.pupil(), m_day->date, *afternoon, code,
                    {m_file.name, m_rows.line(), m_file.sheet});
        if (m_day->year == m_noted_year && &school == m_noted) return;
        school.used_for_attendance(*m_day->year, m_file.source);
        m_noted_year = m_day->year;
        m_noted = &school;
    }

    bool find_day() {
        const Day& day = m_days.find(m_rows.cell(m_date));
        if (day.year) {
            m_day = &day;
            m_last_day = std::max(m_last_day, day.date);
            if (m_file.year_is_named && *day.year != m_file.year) report_other_year(*day.year);
            return true;
        }
        if (day.is_date)
            m_rows.report(m_date, "marks in no configured year, in " + month_text(day.date),
                          "dates within a <year> of termbook.xml",
                          "they are not counted; add the year if they should be");
        else
            m_rows.report(m_date, date_fault(m_rows.cell(m_date), m_order),
                          "a day of the calendar, as dd/mm/yyyy or yyyy-mm-dd",
                          "the row is not counted; correct it");
        return false;
    }

    void report_other_year(std::size_t year) {
        const auto& years = m_intake.trust().calendar.years();
        m_rows.report(
            m_date, fmt::format("marks of {} in the folder of {}", years[year].name, years[m_file.year].name),
            "marks of the folder's year",
            "they are counted in the year of their dates; move the file into its year's folder");
    }

    TableRows m_rows;
    const ExportFile& m_file;
    Intake& m_intake;
    DateOrder m_order;
    Days m_days;
    PupilOfRow m_pupil;
    TableRows::Column m_date;
    TableRows::Column m_session;
    TableRows::Column m_mark;

    const Day* m_day{nullptr};
    Date m_last_day{Date::min()};
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
