// SPDX-License-Identifier: MPL-2.0
#include "core/comparison/pupil_differences.hpp"

#include "core/comparison/attendance_differences.hpp"
#include "core/comparison/pairs.hpp"
#include "core/comparison/pupil_facts.hpp"
#include "core/comparison/result_differences.hpp"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace termbook {

namespace {

using See = std::function<void(const PupilDifference&)>;

/// The pupils of a school that both sides have.
class SchoolComparison {
  public:
    SchoolComparison(const Trust& a, const Trust& b, const SchoolPair& schools, PupilsCompared& compared,
                     const See& see)
        : m_a(*schools.a), m_b(*schools.b), m_compared(compared), m_see(see), m_pairs(pair_pupils(m_a, m_b)),
          m_facts(facts_of_pupils(m_a, m_b)) {
        for (const YearPair& year : pair_years(a, b)) {
            gather_facts(a, b, year);
            m_attendance.emplace_back(m_a, a, m_b, b, year, compared.not_compared);
            m_results.emplace_back(m_a, a, m_b, year, compared.not_compared);
        }
        leave_out_unknown();
    }

    void compare() {
        for (const PupilPair& pair : m_pairs)
            if (pair.whole())
                compare_one(*pair.a, *pair.b);
            else
                see_missing(pair);
    }

  private:
    void gather_facts(const Trust& a, const Trust& b, const YearPair& year) {
        const std::string& name = a.calendar.years()[year.a].name;
        const Roll* roll_a = m_a.roll_in(year.a);
        const Roll* roll_b = m_b.roll_in(year.b);
        if (!roll_a != !roll_b)
            m_compared.not_compared.add(not_in(roll_a ? Side::b : Side::a, "list of pupils of " + name, m_a));
        if (roll_a && roll_b) add(facts_of_rolls(*roll_a, *roll_b, name));
        add(facts_of_incidents(m_a, a, m_b, b, year, m_compared.not_compared));
    }

    void add(std::vector<PupilFact> facts) {
        std::move(facts.begin(), facts.end(), std::back_inserter(m_facts));
    }

    /// A column that one export does not have would make every pupil differ.
    void leave_out_unknown() {
        std::erase_if(m_facts, [&](const PupilFact& fact) {
            const bool in_a = std::any_of(m_pairs.begin(), m_pairs.end(), [&](const PupilPair& pair) {
                return pair.whole() && !fact.in_a(*pair.a).empty();
            });
            const bool in_b = std::any_of(m_pairs.begin(), m_pairs.end(), [&](const PupilPair& pair) {
                return pair.whole() && !fact.in_b(*pair.b).empty();
            });
            if (in_a != in_b) m_compared.not_compared.add(not_in(in_a ? Side::b : Side::a, fact.name, m_a));
            return !in_a || !in_b;
        });
    }

    void compare_one(std::size_t in_a, std::size_t in_b) {
        bool differs = false;
        const auto see = [&](std::string what, std::string value_a, std::string value_b,
                             bool personal = false) {
            differs = true;
            m_see({&m_a, &m_a.pupils[in_a], &m_b.pupils[in_b], std::move(what), std::move(value_a),
                   std::move(value_b), personal});
        };
        for (const PupilFact& fact : m_facts) {
            std::string value_a = fact.in_a(in_a);
            std::string value_b = fact.in_b(in_b);
            if (value_a != value_b) see(fact.name, std::move(value_a), std::move(value_b), fact.personal);
        }
        for (const AttendanceComparison& attendance : m_attendance)
            attendance.compare(in_a, in_b, see);
        for (const ResultComparison& results : m_results)
            results.compare(in_a, in_b, see);
        ++(differs ? m_compared.differing : m_compared.identical);
    }

    void see_missing(const PupilPair& pair) {
        ++(pair.a ? m_compared.only_a : m_compared.only_b);
        PupilDifference difference;
        difference.school = &m_a;
        difference.what = "pupil";
        if (pair.a) {
            difference.a = &m_a.pupils[*pair.a];
            difference.in_a = "there";
        } else {
            difference.b = &m_b.pupils[*pair.b];
            difference.in_b = "there";
        }
        m_see(difference);
    }

    const School& m_a;
    const School& m_b;
    PupilsCompared& m_compared;
    const See& m_see;
    const std::vector<PupilPair> m_pairs;
    std::vector<PupilFact> m_facts;
    std::deque<AttendanceComparison> m_attendance; ///< by year that both have
    std::deque<ResultComparison> m_results;        ///< likewise
};

void note_missing_school(const SchoolPair& schools, PupilsCompared& compared) {
    const School& school = schools.a ? *schools.a : *schools.b;
    (schools.a ? compared.only_a : compared.only_b) += school.pupils.size();
    compared.not_compared.add(
        not_in(schools.a ? Side::b : Side::a, fmt::format("school with the URN {}", school.urn), school));
}

} // namespace

PupilsCompared compare_pupils(const Trust& a, const Trust& b, const See& see) {
    PupilsCompared compared;
    for (const SchoolPair& schools : pair_schools(a, b)) {
        if (schools.whole())
            SchoolComparison(a, b, schools, compared, see).compare();
        else
            note_missing_school(schools, compared);
    }
    return compared;
}

} // namespace termbook
