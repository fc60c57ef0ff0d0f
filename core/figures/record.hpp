// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/catalogue.hpp"
#include "core/figures/selection.hpp"
#include "core/figures/session_counts.hpp"

#include <cstdint>
#include <memory>
#include <span>
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
};

/// What a school's exports tell of its pupils in one period, sorted by pupil.
class SchoolRecords {
  public:
    SchoolRecords(const Trust& trust, const School& school, const Period& period);

    const School& school() const { return m_school; }
    const Roll* roll() const { return m_roll; }
    /// Counted when they are first asked for.
    const SessionCounts& sessions() const;
    std::span<const Result> results(std::size_t pupil) const;
    std::span<const Incident> incidents(std::size_t pupil) const;

    /// Whether the school gave any export of the kind for the year.
    bool has(Basis basis) const;

    PupilRecord record(std::size_t pupil, const Enrolment& enrolment, const Selection& selection,
                       Basis basis) const;

  private:
    const Trust& m_trust;
    const School& m_school;
    const Period m_period;
    const Roll* m_roll;
    mutable std::unique_ptr<SessionCounts> m_sessions;
    std::vector<Result> m_results;
    std::vector<Incident> m_incidents;
};

} // namespace termbook
