// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/issue.hpp"
#include "core/model/trust.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace termbook {

/// One thing that two sides say differently of a pupil.
struct PupilDifference {
    const School* school{nullptr}; ///< of `a`, if it has one
    const Pupil* a{nullptr};       ///< null: the pupil is on the other side only
    const Pupil* b{nullptr};
    std::string what; ///< "year group in 2025/26", "session 2025-10-03 AM"
    std::string in_a; ///< what each side has; empty: nothing
    std::string in_b;
    /// The values are a name, a date of birth, or the export's own words, in which one may have slipped: they
    /// are for staff.
    bool personal{false};
};

struct PupilsCompared {
    std::uint64_t identical{0};
    std::uint64_t differing{0};
    std::uint64_t only_a{0};
    std::uint64_t only_b{0};
    /// What one side does not have at all and so was not compared pupil by pupil: schools, columns, days.
    IssueLog not_compared;
};

/// Compares the pupils of all schools one by one: who is on both sides; names, date of birth, sex, ethnicity,
/// language; in each year that both have year group, class, house, characteristics, dates of joining and
/// leaving, attendance session by session (its totals where one side has no marks), results, and how many
/// incidents. What one side's export does not have of any pupil of a school is said once, in `not_compared`.
/// Calls `see` for each difference, those of one pupil one after the other. Messages hold no pupil's data.
PupilsCompared compare_pupils(const Trust& a, const Trust& b,
                              const std::function<void(const PupilDifference&)>& see);

} // namespace termbook
