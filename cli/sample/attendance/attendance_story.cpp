// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/attendance/attendance_story.hpp"

#include "cli/sample/attendance/habits.hpp"

namespace termbook::sample {

namespace {

using namespace std::chrono;

/// How common illness is in a month, against the year's average.
int season_percent(Date date) {
    switch (static_cast<unsigned>(year_month_day{date}.month())) {
    case 9:
        return 60;
    case 10:
        return 90;
    case 11:
        return 145;
    case 12:
        return 170;
    case 1:
        return 105;
    case 2:
        return 95;
    default:
        return 80;
    }
}

/// Writes the register of one pupil, day after day.
class Register {
  public:
    Register(const ExportedSchool& school, const SchoolCalendar& calendar, const AttendanceStory& story,
             const ExportedPupil& pupil, const AttendanceCodes& codes, Random& random)
        : m_school(school), m_calendar(calendar), m_story(story), m_pupil(pupil), m_codes(codes),
          m_random(random), m_habits(habits_of(pupil, calendar, story.secondary, random)) {}

    std::string write() {
        for (m_day = 0; m_day < m_school.days.size(); ++m_day) {
            const Date date = m_school.days[m_day];
            if (m_spell_days > 0)
                --m_spell_days;
            else
                m_spell = absence_beginning(date);
            if (!m_spell.empty())
                add(m_spell, m_spell);
            else
                attend(date);
        }
        return m_marks;
    }

  private:
    void add(std::string_view morning, std::string_view afternoon) {
        for (const auto code : {morning, afternoon})
            m_marks += static_cast<char>(m_codes.id(code));
    }

    const Trouble* trouble(Date date) const {
        for (const Trouble& each : m_story.troubles)
            if (each.year == m_pupil.year && date >= each.since) return &each;
        return nullptr;
    }

    /// The days after this one that an absence lasts.
    void last(std::uint64_t most_days) { m_spell_days = m_random.below(most_days); }

    bool begins(int times, int percent) {
        return m_random.chance(static_cast<std::uint64_t>(times * percent / 100));
    }

    /// The code of an absence that begins today, or none.
    std::string_view absence_beginning(Date date) {
        const Trouble* now = trouble(date);
        m_spell_days = 0;
        if (m_habits.holiday_begins == date) {
            last(5);
            return "G";
        }
        if ((date == m_calendar.diwali && m_habits.keeps_diwali) ||
            (date == m_calendar.eid && m_habits.keeps_eid))
            return "R";
        if (date == m_calendar.snow && m_story.long_codes && m_story.secondary && m_random.chance(1'500))
            return "Y2";
        const int illness = m_habits.illness * season_percent(date) / 100 * m_story.illness_percent / 100;
        if (begins(illness, now ? now->illness_percent : 100)) {
            last(4);
            // The reasons of the last days are still being asked for.
            return m_school.days.size() - m_day <= 3 && m_random.chance(3'000) ? "N" : "I";
        }
        if (begins(m_habits.truancy, now ? now->truancy_percent : 100)) {
            last(2);
            return "O";
        }
        if (m_story.secondary && begins(m_habits.suspension, 100)) {
            last(3);
            return "E";
        }
        return m_random.chance(4) ? "C" : "";
    }

    void attend(Date date) {
        if (m_pupil.year == "R" && date <= m_calendar.mornings_only_until) return add("/", "X");
        if (m_habits.trip == date) return add("V", "V");
        if (m_habits.elsewhere && weekday{date} == Thursday) return add("B", "B");
        if (m_story.secondary && m_pupil.year == "10" && date >= m_calendar.work_experience &&
            date < m_calendar.work_experience + weeks{1})
            return add("W", "W");
        if (m_habits.part_time && m_story.long_codes) return add("/", "C2");
        if (begins(m_habits.appointments, 100))
            return m_random.chance(5'000) ? add("M", "\\") : add("/", "M");
        if (begins(m_habits.late, 100)) return add(m_random.chance(1'500) ? "U" : "L", "\\");
        if (weekday{date} == Wednesday && m_random.chance(60)) return add("/", "P");
        add("/", "\\");
    }

    const ExportedSchool& m_school;
    const SchoolCalendar& m_calendar;
    const AttendanceStory& m_story;
    const ExportedPupil& m_pupil;
    const AttendanceCodes& m_codes;
    Random& m_random;
    Habits m_habits;
    std::string m_marks;
    std::size_t m_day{0};
    std::string_view m_spell;
    std::uint64_t m_spell_days{0};
};

} // namespace

namespace {

/// Before pupils join and after they leave they are not on roll.
void leave_out_absent_days(ExportedPupil& pupil, const std::vector<Date>& days,
                           const AttendanceCodes& codes) {
    const auto not_on_roll = static_cast<char>(codes.id("Z"));
    for (std::size_t i = 0; i < pupil.marks.size(); ++i)
        if (iso_text(days[i / 2]) < pupil.admitted ||
            (!pupil.left.empty() && iso_text(days[i / 2]) > pupil.left))
            pupil.marks[i] = not_on_roll;
}

} // namespace

void write_registers(ExportedSchool& school, const SchoolCalendar& calendar, const AttendanceStory& story,
                     const AttendanceCodes& codes, Random& random) {
    // Numbers of their own for each pupil: one pupil's story leaves the others as they are.
    for (ExportedPupil& pupil : school.pupils) {
        Random own(random.next());
        pupil.marks = Register(school, calendar, story, pupil, codes, own).write();
        leave_out_absent_days(pupil, school.days, codes);
    }
}

} // namespace termbook::sample
