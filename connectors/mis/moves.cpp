// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/moves.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace termbook {

namespace {

void report(Intake& intake, const RegisterBuilder& school, std::size_t pupil, std::string found,
            std::string expected, std::string remedy) {
    intake.trust().issues.add(
        {school.place_of(pupil), std::move(found), std::move(expected), std::move(remedy), 1, {}});
}

bool is_at(const School& school, std::size_t pupil, std::size_t year) {
    const Roll* roll = school.roll_in(year);
    return roll && roll->enrolment(pupil);
}

/// Whether a pupil is at both in one year.
bool meet(const School& a, std::size_t pupil_a, const School& b, std::size_t pupil_b) {
    return std::any_of(a.rolls.begin(), a.rolls.end(), [&](const Roll& roll) {
        return roll.enrolment(pupil_a) && is_at(b, pupil_b, roll.year);
    });
}

void note_several_schools(Intake& intake) {
    const auto& schools = intake.trust().schools;
    for (const auto& places : intake.pupils().in_several_schools())
        for (const auto& here : places)
            if (std::any_of(places.begin(), places.end(), [&](const auto& there) {
                    return there.school != here.school &&
                           meet(schools[here.school], here.pupil, schools[there.school], there.pupil);
                }))
                report(intake, intake.school(here.school), here.pupil,
                       "a pupil who is at another school of the trust in the same year", "one school",
                       "each school counts its own sessions, and the trust counts the pupil at each, as the "
                       "DfE does; take the pupil out of the exports where they were not");
}

/// What lies outside a pupil's dates of admission and leaving.
struct Outside {
    bool before{false};
    bool after{false};
};

/// `days` in the order in which the string has them.
Outside outside(const std::vector<Date>& days, const std::string& marks, const Enrolment& enrolment) {
    Outside found;
    for (std::size_t day = 0; day < days.size() && 2 * day < marks.size(); ++day) {
        if (marks.find_first_not_of('\0', 2 * day) >= 2 * day + 2) continue;
        found.before = found.before || (enrolment.joined && days[day] < *enrolment.joined);
        found.after = found.after || (enrolment.left && days[day] > *enrolment.left);
    }
    return found;
}

void note_dates(Intake& intake, const RegisterBuilder& builder, const AttendanceYear& attendance,
                const AcademicYear& year) {
    const Roll* roll = builder.school().roll_in(attendance.year);
    for (std::size_t pupil = 0; roll && pupil < attendance.marks.size(); ++pupil) {
        const Enrolment* enrolment = roll->enrolment(pupil);
        if (!enrolment || enrolment->reckoned || !attendance.has_marks(pupil)) continue;
        const bool all_year = !enrolment->left && (!enrolment->joined || *enrolment->joined <= year.from);
        if (all_year) continue;
        const Outside marks = outside(attendance.days, attendance.marks[pupil], *enrolment);
        if (marks.before)
            report(intake, builder, pupil, "marks before the pupil's date of admission",
                   "marks from that day on", "they are counted; correct the date or the register");
        if (marks.after)
            report(intake, builder, pupil, "marks after the pupil's date of leaving", "marks up to that day",
                   "they are counted; correct the date or the register");
    }
}

} // namespace

void note_moves(Intake& intake) {
    note_several_schools(intake);
    const auto& years = intake.trust().calendar.years();
    for (std::size_t school = 0; school < intake.schools(); ++school)
        for (const AttendanceYear& attendance : intake.trust().schools[school].attendance)
            note_dates(intake, intake.school(school), attendance, years[attendance.year]);
}

} // namespace termbook
