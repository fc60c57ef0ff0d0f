// SPDX-License-Identifier: MPL-2.0
// What holds of any two sides: the order of pupils, days and schools is nothing, and one mark is one mark.
#include "core/comparison/figure_differences.hpp"
#include "core/comparison/pupil_differences.hpp"
#include "tests/core/made_up_trust.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <rapidcheck/gtest.h>

namespace termbook {

namespace {

constexpr std::size_t days = 4;

/// Up to eight pupils of several year groups and groups, with any marks on days of two months.
MadeUpTrust any_trust() {
    MadeUpTrust made;
    School& school = made.school("1", {day(2025, 9, 1), day(2025, 9, 2), day(2025, 10, 1), day(2025, 10, 2)});
    const auto count = *rc::gen::inRange(1, 9);
    for (int i = 0; i < count; ++i) {
        const auto marks =
            *rc::gen::container<std::string>(2 * days, rc::gen::elementOf(std::string("/LIOX")));
        made.pupils(school, 1, *rc::gen::inRange(0, 7), marks, {}, *rc::gen::element(Sex::female, Sex::male));
        school.roll(0).pupils.back()->is.set(Characteristic::pupil_premium, *rc::gen::arbitrary<bool>());
    }
    return made;
}

std::vector<std::size_t> any_order(std::size_t size) {
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto keys = *rc::gen::container<std::vector<int>>(size, rc::gen::arbitrary<int>());
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return keys[a] < keys[b]; });
    return order;
}

/// The same pupils and days in another order.
Trust reordered(const Trust& trust) {
    Trust other = trust;
    School& to = other.schools.front();
    const School& from = trust.schools.front();
    const auto pupils = any_order(from.pupils.size());
    const auto dates = any_order(days);
    for (std::size_t d = 0; d < days; ++d)
        to.attendance.front().days[d] = from.attendance.front().days[dates[d]];
    for (std::size_t i = 0; i < pupils.size(); ++i) {
        to.pupils[i] = from.pupils[pupils[i]];
        to.rolls.front().pupils[i] = from.rolls.front().pupils[pupils[i]];
        const std::string& marks = from.attendance.front().marks[pupils[i]];
        for (std::size_t session = 0; session < 2 * days; ++session)
            to.attendance.front().marks[i][session] = marks[2 * dates[session / 2] + session % 2];
    }
    return other;
}

/// A trust of one school as two, each with some of its pupils.
Trust split(const Trust& trust, std::size_t at) {
    Trust two = trust;
    two.schools.push_back(trust.schools.front());
    two.schools.back().urn = "2";
    for (std::size_t i = 0; i < trust.schools.front().pupils.size(); ++i) {
        School& without = two.schools[i < at ? 1 : 0];
        without.rolls.front().pupils[i].reset();
        without.attendance.front().marks[i].clear();
    }
    return two;
}

struct Found {
    FiguresCompared figures;
    PupilsCompared pupils;
    std::vector<FigureAnswer> answers;                     ///< of `a`, that differ
    std::vector<std::pair<std::string, std::string>> rows; ///< UPN and what differs

    bool nothing() const { return answers.empty() && rows.empty() && pupils.not_compared.empty(); }
};

Found compared(const Trust& a, const Trust& b) {
    Found found;
    found.figures =
        compare_figures(a, b, [&](const FigureDifference& each) { found.answers.push_back(each.a); });
    found.pupils = compare_pupils(a, b, [&](const PupilDifference& each) {
        found.rows.emplace_back((each.a ? each.a : each.b)->upn, each.what);
    });
    return found;
}

/// Whether a figure's pupils are among those of whom one has year group `year`, sex and pupil premium.
bool may_count(const FigureAnswer& answer, const Pupil& pupil, const Enrolment& enrolment) {
    const Selectors& of = answer.request.selectors;
    const auto year = of.find("year");
    if (year != of.end() ? year->second != year_group_key(*enrolment.year)
                         : !statutory_years.holds(*enrolment.year) && is_attendance(answer.definition->basis))
        return false;
    const auto group = of.find("group");
    if (group == of.end()) return true;
    if (group->second == "girls") return pupil.sex == Sex::female;
    if (group->second == "boys") return pupil.sex == Sex::male;
    const bool premium = *enrolment.is.get(Characteristic::pupil_premium);
    if (group->second == "pp") return premium;
    return group->second == "not-pp" && !premium;
}

} // namespace

RC_GTEST_PROP(ComparisonLaws, a_trust_is_like_itself_in_any_order, ()) {
    const MadeUpTrust made = any_trust();
    const Found found = compared(made.trust, reordered(made.trust));
    RC_ASSERT(found.nothing());
    RC_ASSERT(found.figures.identical > 0);
    RC_ASSERT(found.pupils.identical == made.trust.schools.front().pupils.size());
}

RC_GTEST_PROP(ComparisonLaws, a_trust_is_like_itself_when_its_schools_change_places, ()) {
    const MadeUpTrust made = any_trust();
    const Trust two = split(made.trust, *rc::gen::inRange<std::size_t>(0, 5));
    Trust other = two;
    std::swap(other.schools[0], other.schools[1]);
    RC_ASSERT(compared(two, other).nothing());
}

RC_GTEST_PROP(ComparisonLaws, one_mark_is_found_in_its_pupil_and_in_the_figures_that_count_it, ()) {
    const MadeUpTrust made = any_trust();
    Trust other = made.trust;
    School& school = other.schools.front();
    const auto pupil = *rc::gen::inRange<std::size_t>(0, school.pupils.size());
    const auto session = *rc::gen::inRange<std::size_t>(0, 2 * days);
    char& mark = school.attendance.front().marks[pupil][session];
    const auto id = [&](char code) { return static_cast<char>(other.codes.id(code)); };
    RC_PRE(mark != id('X')); // then the session was not possible, and a rate may be asked for the first time
    mark = mark == id('O') ? id('I') : id('O');
    const Found found = compared(made.trust, reordered(other));
    const Date date = school.attendance.front().days[session / 2];
    RC_ASSERT(found.rows.size() == 1u);
    RC_ASSERT(found.rows[0].first == school.pupils[pupil].upn);
    RC_ASSERT(found.rows[0].second == "session " + iso_text(date) + (session % 2 == 0 ? " AM" : " PM"));
    bool month_found = false;
    for (const FigureAnswer& answer : found.answers) {
        RC_ASSERT(may_count(answer, school.pupils[pupil], *school.rolls.front().pupils[pupil]));
        RC_ASSERT(answer.period.from <= date);
        RC_ASSERT(answer.period.to >= date);
        month_found = month_found ||
                      (answer.request.figure == "attendance.unauthorised" &&
                       answer.period.key.starts_with("month") && answer.request.selectors.contains("year"));
    }
    RC_ASSERT(month_found);
}

} // namespace termbook
