// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/attendance_figures.hpp"
#include "core/figures/selection.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace termbook {

/// Where the sessions of a school in a period come from; counted once and kept by the caller.
using CountsOf = std::function<const SessionCounts&(const School&, const Period&)>;

/// What the selected pupils of some schools add up to, and what is to be said about them.
struct Tally {
    std::int64_t numerator{0};
    std::int64_t denominator{0};
    std::int64_t pupils{0};         ///< selected
    std::int64_t with_sessions{0};  ///< of them, with at least one possible session: what the figure rests on
    std::int64_t without_year{0};   ///< counted, though no year group was exported
    std::int64_t without_data{0};   ///< no attendance in the period
    std::int64_t without_detail{0}; ///< totals only, where marks are needed
    std::int64_t missing_marks{0};
    std::int64_t unknown_marks{0};

    void add(const Tally& other);
    /// Whether the school gave what the figure needs.
    bool has_data() const { return pupils > without_data && without_detail == 0; }
};

Tally tally(const School& school, const SessionCounts& counts, const Selection& selection,
            const AttendanceRule& rule);

/// Whether the selection must be withheld so that no small group can be read from it, or worked out from the
/// groups beside it and their total: its year group among the others, its class, its sex.
bool is_withheld(const Selection& selection, const CountsOf& counts_of, std::int64_t threshold);

} // namespace termbook
