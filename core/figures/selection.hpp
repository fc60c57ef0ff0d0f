// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/figures.hpp"
#include "core/figures/groups.hpp"
#include "core/model/trust.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace termbook {

/// Whether a pupil is one of those meant.
enum class Membership {
    out,
    in,
    not_known, ///< the exports do not say whether the pupil is of the group
};

/// Which pupils, sessions and days a request means.
struct Selection {
    std::vector<const School*> schools;
    bool whole_trust{false};
    Period period;
    const AcademicYear* academic_year{nullptr}; ///< of the period
    std::optional<YearGroup> year;
    /// Without a year group selected: only pupils of these, and those for whom none was exported. Others are
    /// then counted apart.
    std::optional<YearRange> years_in_total{statutory_years};
    std::optional<std::string> class_name;
    std::optional<std::string> house;
    std::optional<std::string> ethnicity;
    std::optional<std::string> language;
    std::vector<GroupChoice> groups; ///< all of them at once
    std::optional<CodeId> code;
    std::optional<std::string> subject;
    std::optional<std::string> type; ///< of incidents
    std::optional<std::chrono::weekday> weekday;

    /// Whether no group of pupils was selected, and what is meant are schools as a whole.
    bool of_all_pupils() const;
    Membership of(const Pupil& pupil, const Enrolment& enrolment) const;
};

/// Calls see(index, pupil, enrolment, membership) for each pupil on roll who is, or may be, meant.
template<typename See>
void each_selected(const School& school, const Selection& selection, See see) {
    const Roll* roll = school.roll_in(selection.period.year);
    if (!roll) return;
    for (std::size_t i = 0; i < school.pupils.size(); ++i) {
        const Enrolment* enrolment = roll->enrolment(i);
        if (!enrolment) continue;
        const Membership membership = selection.of(school.pupils[i], *enrolment);
        if (membership != Membership::out) see(i, school.pupils[i], *enrolment, membership);
    }
}

/// Reads selectors; those that are not there take `options`. Throws Error (usage) for an unknown name or
/// value, with what is known. A season that the selectors name and for which the year has no <term> is a
/// period without a day: it ends before it begins.
Selection select(const Trust& trust, const FigureOptions& options, const Selectors& selectors);

/// The selectors with `school` and `period` as the selection understood them.
Selectors resolved(const Selection& selection, const Selectors& selectors);

/// "monday", as a mark writes it.
std::string_view weekday_key(std::chrono::weekday day);
/// "Monday".
std::string_view weekday_name(std::chrono::weekday day);

/// "Ashwell Primary School, Year 4, girls".
std::string in_words(const Trust& trust, const Selection& selection);

} // namespace termbook
