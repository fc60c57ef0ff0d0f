// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/comparison/attendance_differences.hpp"
#include "core/comparison/pairs.hpp"
#include "core/diagnostics/issue.hpp"
#include "core/model/trust.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace termbook {

/// The results of one school in one year on both sides.
class ResultComparison {
  public:
    ResultComparison(const School& a, const Trust& of_a, const School& b, const YearPair& year,
                     IssueLog& not_compared);

    /// Of a pupil who is on both sides: each result that differs, or that one side lacks.
    void compare(std::size_t in_a, std::size_t in_b, const SeeValues& see) const;

  private:
    /// "result in ks2 reading" and what it was.
    using OfPupil = std::map<std::string, std::string>;
    using Results = std::vector<OfPupil>;

    static Results by_pupil(const School& school, const ResultsYear& results, const std::string& year);

    Results m_a;
    Results m_b;
};

} // namespace termbook
