// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/attendance_figures.hpp"
#include "core/figures/selection.hpp"
#include "core/figures/tally.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace termbook {

/// Counts figures of one loaded trust: adds up its schools, and withholds what would say too much. The
/// sessions of a school in a period are counted once and kept.
class Counting {
  public:
    Counting(const Trust& trust, Audience audience) : m_trust(trust), m_audience(audience) {}

    /// The figure for what is selected, `against` aside. The request has been checked.
    FigureAnswer count(const FigureRequest& request, const Selection& selection) const;

    /// A rate of the selection's period cut short; none where the exports have no dates, or nothing to divide
    /// by.
    std::optional<double> rate_up_to(Selection selection, const std::string& figure, Date last) const;

    CountsOf counts_source() const;

  private:
    const SessionCounts& counts_of(const School& school, const Period& period) const;
    std::int64_t threshold() const;
    FigureAnswer described(const FigureRequest& request, const Selection& selection) const;
    Tally gather(const Selection& selection, const AttendanceRule& rule, FigureAnswer& answer) const;
    void add_sources(const School& school, const Period& period, FigureAnswer& answer) const;
    void judge(const Selection& selection, const AttendanceRule& rule, const Tally& sum,
               FigureAnswer& answer) const;
    bool names_few(const AttendanceRule& rule, const Tally& sum) const;

    const Trust& m_trust;
    Audience m_audience;
    mutable std::map<std::pair<const School*, std::string>, std::unique_ptr<SessionCounts>> m_counts;
};

/// Takes a figure's numbers away and says why.
void withhold(FigureAnswer& answer, FigureStatus status, std::string reason);

} // namespace termbook
