// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/catalogue.hpp"
#include "core/figures/counting/session_counts.hpp"
#include "core/figures/selection.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace termbook {

/// Everything that a figure may look at to count one pupil.
struct PupilRecord {
    const Selection& selection;
    const Enrolment& enrolment;
    const PupilSessions& sessions;       ///< in the period; empty unless the figure's basis is attendance
    std::int64_t sessions_of_code;       ///< of the selection's code
    std::span<const Result> results;     ///< of the period, all stages
    std::span<const Incident> incidents; ///< in the period, all kinds
    std::int64_t average_scaled_score;   ///< that the trust compares with, in hundredths
};

/// What is counted: a figure, and what its count may look at of a selection: its code, subject, type and
/// weekday.
using What = std::tuple<const FigureDefinition*, std::optional<CodeId>, std::optional<std::string>,
                        std::optional<std::string>, std::optional<unsigned>>;
What what_of(const FigureDefinition& definition, const Selection& selection);

/// Whether a figure rests on a pupil: is in its denominator or, of a count, could have been counted.
bool rests_on(const FigureDefinition& definition, const PupilRecord& record, const Counted& counted);

/// What one pupil adds to a figure, packed: there is one for each pupil, figure and period. A pupil's counts
/// of one period are far below what 32 bits hold.
struct PupilCount {
    std::int32_t numerator{0};
    std::int32_t denominator{0};
    bool known{false}; ///< see Counted
    bool rests{false}; ///< the figure rests on the pupil: see rests_on
};

/// A pupil on roll who is, or may be, meant by a selection.
struct SelectedPupil {
    std::size_t pupil{0}; ///< index into School::pupils
    const Enrolment* enrolment{nullptr};
    Membership membership{Membership::in};
};

/// A member of staff in the period, in half days; none where the exports do not say.
struct StaffRecord {
    std::optional<std::int64_t> available;
    std::optional<std::int64_t> lost;
    bool undated{false}; ///< what is not known here is known of the whole year
};

/// What a school's exports tell of its pupils in one period, sorted by pupil, and of its staff.
class SchoolRecords {
  public:
    SchoolRecords(const Trust& trust, const School& school, const Period& period);

    const School& school() const { return m_school; }
    const Period& period() const { return m_period; }
    const Roll* roll() const { return m_roll; }
    /// Counted when they are first asked for.
    const SessionCounts& sessions() const;
    std::span<const Result> results(std::size_t pupil) const;
    std::span<const Incident> incidents(std::size_t pupil) const;

    /// Whether the school gave any export of the kind for the year, of which the period is a part.
    bool has(Basis basis) const;
    /// Whether a list of the school's pupils was given: who is on a roll only for an incident is no share of
    /// anybody.
    bool has_list() const;
    /// Its members of staff, in the period. None if the school gave nothing of them.
    std::vector<StaffRecord> staff() const;

    /// The pupils on roll who are, or may be, meant; found when they are first asked for, and kept.
    const std::vector<SelectedPupil>& selected(const Selection& selection) const;

    /// What each pupil on roll adds to a figure, beside School::pupils. Counted when it is first asked for,
    /// and kept: who is meant is another question than what is counted, and there are many selections of the
    /// same pupils.
    const std::vector<PupilCount>& counts(const FigureDefinition& definition,
                                          const Selection& selection) const;

  private:
    /// Who is meant by a selection, of the pupils of one school in one year.
    using Who = std::tuple<std::optional<YearGroup>, std::optional<YearRange>, std::optional<std::string>,
                           std::optional<std::string>, std::optional<std::string>, std::optional<std::string>,
                           std::vector<GroupChoice>>;

    PupilRecord record(std::size_t pupil, const Enrolment& enrolment, const Selection& selection,
                       Basis basis) const;
    std::vector<PupilCount> count(const FigureDefinition& definition, const Selection& selection) const;
    /// Whether any of the exports was made after the period had begun.
    bool reaches(const std::vector<std::size_t>& sources) const;

    const Trust& m_trust;
    const School& m_school;
    const Period m_period;
    const Roll* m_roll;
    mutable std::unique_ptr<SessionCounts> m_sessions;
    std::vector<Result> m_results;
    std::vector<Incident> m_incidents;
    mutable std::map<What, std::vector<PupilCount>> m_counts;
    mutable std::map<Who, std::vector<SelectedPupil>> m_selected;
};

} // namespace termbook
