// SPDX-License-Identifier: MPL-2.0
#include "tests/bench/made_up_trust.hpp"

#include "connectors/profiles/attendance_codes_file.hpp"

#include <chrono>
#include <fmt/format.h>
#include <random>

namespace termbook::bench {

namespace {

Date day(int year, unsigned month, unsigned number) {
    return *make_date(year, month, number);
}

AcademicYear academic_year(int begins) {
    return {fmt::format("{}/{}", begins, (begins + 1) % 100),
            day(begins, 9, 1),
            day(begins + 1, 8, 31),
            {{"Autumn", Season::autumn, day(begins, 9, 1), day(begins, 12, 19)},
             {"Spring", Season::spring, day(begins + 1, 1, 5), day(begins + 1, 3, 28)},
             {"Summer", Season::summer, day(begins + 1, 4, 13), day(begins + 1, 7, 21)}}};
}

std::vector<Date> school_days(const AcademicYear& year) {
    std::vector<Date> days;
    for (const Term& term : year.terms)
        for (Date each = term.from; each <= term.to; each += std::chrono::days{1})
            if (const std::chrono::weekday weekday{each};
                weekday != std::chrono::Saturday && weekday != std::chrono::Sunday)
                days.push_back(each);
    return days;
}

constexpr Characteristic characteristics[] = {
    Characteristic::pupil_premium, Characteristic::free_meals,
    Characteristic::sen_support,   Characteristic::ehc_plan,
    Characteristic::eal,           Characteristic::looked_after,
    Characteristic::service_child, Characteristic::previously_looked_after,
    Characteristic::disabled,
};

class SchoolMaker {
  public:
    SchoolMaker(Trust& trust, std::size_t number, std::size_t pupils)
        : m_trust(trust), m_school(trust.schools.emplace_back()), m_random(number),
          m_primary(number % 2 == 0) {
        m_school.urn = fmt::format("{}", 100001 + number);
        m_school.name = "School " + m_school.urn;
        m_school.phase = m_primary ? Phase::primary : Phase::secondary;
        for (std::size_t i = 0; i < pupils; ++i)
            add_pupil(i);
        for (std::size_t year = 0; year < trust.calendar.years().size(); ++year)
            add_year(year);
    }

  private:
    bool one_in(unsigned n) { return m_random() % n == 0; }

    void add_pupil(std::size_t number) {
        Pupil pupil;
        pupil.upn = fmt::format("{}-{}", m_school.urn, number);
        pupil.sex = one_in(2) ? Sex::female : Sex::male;
        pupil.born = day(2014, 1 + static_cast<unsigned>(m_random() % 12), 1);
        m_school.pupils.push_back(std::move(pupil));
    }

    int youngest() const { return m_primary ? 1 : 7; }
    int year_groups() const { return m_primary ? 6 : 5; }

    Enrolment enrolment(std::size_t pupil) {
        Enrolment made;
        made.year = YearGroup{youngest() + static_cast<int>(pupil) % year_groups()};
        made.class_name = fmt::format("{}{}", made.year->number, one_in(2) ? "A" : "B");
        for (const Characteristic each : characteristics)
            made.is.set(each, one_in(6));
        made.prior = static_cast<PriorBand>(m_random() % 3);
        made.joined = day(2023, 9, 1);
        return made;
    }

    void add_year(std::size_t year) {
        Roll roll;
        roll.year = year;
        AttendanceYear attendance;
        attendance.year = year;
        attendance.days = school_days(m_trust.calendar.years()[year]);
        ResultsYear results;
        results.year = year;
        for (std::size_t i = 0; i < m_school.pupils.size(); ++i) {
            roll.pupils.push_back(enrolment(i));
            attendance.marks.push_back(marks(attendance.days.size()));
            add_results(i, *roll.pupils.back()->year, results.results);
            add_incidents(i, attendance.days);
        }
        m_school.rolls.push_back(std::move(roll));
        m_school.attendance.push_back(std::move(attendance));
        m_school.results.push_back(std::move(results));
        for (const IncidentKind kind :
             {IncidentKind::suspension, IncidentKind::exclusion, IncidentKind::behaviour})
            m_school.incident_logs.push_back({kind, year, {}});
    }

    std::string marks(std::size_t days) {
        const auto& codes = m_trust.codes;
        std::string made;
        for (std::size_t session = 0; session < 2 * days; ++session)
            made += static_cast<char>(!one_in(20) ? codes.id(session % 2 == 0 ? '/' : '\\')
                                      : one_in(3) ? codes.id('O')
                                                  : codes.id('I'));
        return made;
    }

    void add_results(std::size_t pupil, YearGroup year, std::vector<Result>& results) {
        const auto add = [&](Stage stage, std::string_view subject, std::int64_t least, std::int64_t most) {
            const auto range = static_cast<std::uint64_t>(most - least + 1);
            const auto score = least + static_cast<std::int64_t>(m_random() % range);
            results.push_back({pupil, stage, std::string(subject), score * score_scale, Outcome::none, {}});
        };
        for (const std::string_view subject : {"reading", "writing", "maths"})
            add(Stage::tracker, subject, 1, 30);
        if (year.number == 1) add(Stage::phonics, "", 0, 40);
        if (year.number == 4) add(Stage::mtc, "", 0, 25);
        if (year.number == 6)
            for (const std::string_view subject : {"reading", "writing", "maths"})
                add(Stage::ks2, subject, 80, 120);
        if (year.number == 11)
            for (const std::string_view subject : {"english", "maths", "attainment8"})
                add(Stage::ks4, subject, 1, 9);
    }

    void add_incidents(std::size_t pupil, const std::vector<Date>& days) {
        const auto on = [&] { return days[m_random() % days.size()]; };
        if (one_in(20))
            m_school.incidents.push_back({pupil, IncidentKind::suspension, on(), "Disruption", 2});
        if (one_in(400)) m_school.incidents.push_back({pupil, IncidentKind::exclusion, on(), "Assault", 0});
        if (one_in(3)) m_school.incidents.push_back({pupil, IncidentKind::behaviour, on(), "Talking", 0});
    }

    Trust& m_trust;
    School& m_school;
    std::mt19937_64 m_random;
    bool m_primary;
};

} // namespace

Trust made_up_trust(std::size_t schools, std::size_t pupils_a_school) {
    Trust trust;
    trust.name = "Made-up Trust";
    trust.codes = national_attendance_codes();
    trust.calendar = Calendar({academic_year(2024), academic_year(2025)});
    for (std::size_t i = 0; i < schools; ++i)
        SchoolMaker(trust, i, pupils_a_school);
    return trust;
}

} // namespace termbook::bench
