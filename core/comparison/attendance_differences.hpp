// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/comparison/pairs.hpp"
#include "core/diagnostics/issue.hpp"
#include "core/figures/counting/session_counts.hpp"
#include "core/model/trust.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace termbook {

/// Calls with what, and what each side has of it.
using SeeValues = std::function<void(std::string what, std::string in_a, std::string in_b)>;

/// The attendance of one school in one year on both sides.
class AttendanceComparison {
  public:
    /// Days on which only one side has marks at all are said once, in `not_compared`.
    AttendanceComparison(const School& a, const Trust& of_a, const School& b, const Trust& of_b,
                         const YearPair& year, IssueLog& not_compared);

    /// Of a pupil who is on both sides: each session that differs, where both have marks of the year; else
    /// the totals that do.
    void compare(std::size_t in_a, std::size_t in_b, const SeeValues& see) const;

  private:
    void align_days(const School& school, IssueLog& not_compared);
    void compare_sessions(const std::string& in_a, const std::string& in_b, const SeeValues& see) const;
    void compare_totals(const PupilSessions& in_a, const PupilSessions& in_b, const SeeValues& see) const;

    const AttendanceYear* m_a;
    const AttendanceYear* m_b;
    const AttendanceCodes& m_codes_a;
    const AttendanceCodes& m_codes_b;
    std::string m_year;
    SessionCounts m_counts_a;
    SessionCounts m_counts_b;
    /// Days that both registers have, in order of time: where each stands in them.
    std::vector<std::pair<std::size_t, std::size_t>> m_days;
    /// By code of `a`: the same code in `b`.
    std::array<CodeId, 256> m_in_b{};
};

} // namespace termbook
