// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/comparison/pairs.hpp"
#include "core/diagnostics/issue.hpp"
#include "core/model/trust.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace termbook {

/// One thing that an export may say of each pupil.
struct PupilFact {
    std::string name;
    bool personal{false};
    /// By pupil of each side, as text; empty where nothing is known.
    std::function<std::string(std::size_t pupil)> in_a;
    std::function<std::string(std::size_t pupil)> in_b;
};

/// Who the pupils are: what stays the same from year to year.
std::vector<PupilFact> facts_of_pupils(const School& a, const School& b);

/// Their place in the school in one year; what was worked out from another year's list is no export's word
/// and is left out. `year` names the year.
std::vector<PupilFact> facts_of_rolls(const Roll& a, const Roll& b, const std::string& year);

/// How many incidents of each kind each pupil had in a year, of the kinds that both sides exported.
std::vector<PupilFact> facts_of_incidents(const School& a, const Trust& of_a, const School& b,
                                          const Trust& of_b, const YearPair& year, IssueLog& not_compared);

/// "A has no ethnicity in 2025/26": an issue of one side.
Issue not_in(Side side, const std::string& what, const School& school);

} // namespace termbook
