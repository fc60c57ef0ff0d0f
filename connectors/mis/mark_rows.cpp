// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/mark_rows.hpp"

#include "connectors/mis/table_rows.hpp"
#include "connectors/mis/values.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <tuple>
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
    explicit Days(const Calendar& calendar) : m_calendar(calendar), m_kept(places) {}

    const Day& find(std::string_view text) {
        Day& day = m_kept[std::hash<std::string_view>{}(text) % places];
        if (day.text != text) read(text, day);
        return day;
    }

  private:
    static constexpr std::size_t places = 4096; // so many that the days of a year seldom meet in one

    void read(std::string_view text, Day& day) const {
        const auto date = parse_date(text);
        day.text = text;
        day.is_date = date.has_value();
        day.date = date.value_or(Date{});
        day.year = date ? m_calendar.year_of(*date) : std::nullopt;
    }

    const Calendar& m_calendar;
    std::vector<Day> m_kept;
};

/// Reads the rows of one file. Files run to millions of rows, in which the row before often had the same
/// pupil, who is looked up only when that changes.
class MarkRows {
  public:
    MarkRows(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file, Intake& intake)
        : m_rows(rows, table, file, intake.trust().issues), m_file(file), m_intake(intake),
          m_days(intake.trust().calendar), m_upn(m_rows.column("upn")), m_date(m_rows.column("date")),
          m_session(m_rows.column("session")), m_mark(m_rows.column("mark")),
          m_school(m_rows.column("school")) {}

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
        if (!find_pupil() || !find_day()) return;
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
        m_to->mark(m_pupil, m_day->date, *afternoon, code, {m_file.name, m_rows.line(), m_file.sheet});
        if (m_day->year == m_noted_year && m_to == m_noted) return;
        m_to->used_for_attendance(*m_day->year, m_file.source);
        m_noted_year = m_day->year;
        m_noted = m_to;
    }

    bool find_pupil() {
        const std::string_view upn = m_rows.cell(m_upn);
        const std::string_view school = m_rows.cell(m_school);
        if (m_to && upn == m_last_upn && school == m_last_school) return true;
        m_to = nullptr;
        if (upn.empty()) {
            m_rows.report(m_upn, "a row without a UPN", "a UPN in each row", "the row is not counted");
            return false;
        }
        if (!find_school_and_pupil(upn, school)) return false;
        m_last_upn = upn;
        m_last_school = school;
        return true;
    }

    bool find_school_and_pupil(std::string_view upn, std::string_view school) {
        if (school.empty() && !m_file.school) {
            if (const auto known = m_intake.find_pupil(upn)) {
                std::tie(m_to, m_pupil) = *known;
                return true;
            }
        } else if (RegisterBuilder* named = school.empty() ? m_file.school : m_intake.find_school(school)) {
            m_to = named;
            m_pupil = named->pupil(upn, {m_file.name, m_rows.line(), m_file.sheet});
            return true;
        }
        m_rows.report(
            m_upn, "a mark of a pupil whose school is not known",
            "a pupil list with this UPN, a school column, or a folder a school",
            "the row is not counted; add the pupil list, or move the file into the school's folder");
        return false;
    }

    bool find_day() {
        const Day& day = m_days.find(m_rows.cell(m_date));
        if (day.year) {
            m_day = &day;
            m_last_day = std::max(m_last_day, day.date);
            return true;
        }
        if (day.is_date)
            m_rows.report(m_date, "marks in no configured year, in " + month_text(day.date),
                          "dates within a <year> of termbook.xml",
                          "they are not counted; add the year if they should be");
        else
            m_rows.report(m_date, "a date that is no day of the calendar",
                          "a day of the calendar, as dd/mm/yyyy or yyyy-mm-dd",
                          "the row is not counted; correct it");
        return false;
    }

    TableRows m_rows;
    const ExportFile& m_file;
    Intake& m_intake;
    Days m_days;
    TableRows::Column m_upn;
    TableRows::Column m_date;
    TableRows::Column m_session;
    TableRows::Column m_mark;
    TableRows::Column m_school;

    RegisterBuilder* m_to{nullptr};
    std::size_t m_pupil{0};
    std::string m_last_upn;
    std::string m_last_school;
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
