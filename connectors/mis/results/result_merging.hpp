// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/issue.hpp"
#include "core/model/trust.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace termbook {

/// Puts together one school's results from however many exports.
class ResultMerging {
  public:
    ResultMerging(School& school, IssueLog& issues) : m_school(school), m_issues(issues) {}

    /// A result. Given alike twice it counts once; two that differ for one pupil, stage, subject and day are
    /// an issue, and the first counts.
    void add(std::size_t year, Result result, const SourcePos& pos);

    /// Notes that an export has results of the stage in the year.
    void used(std::size_t year, Stage stage, std::size_t source);

  private:
    ResultsYear& results(std::size_t year);

    School& m_school;
    IssueLog& m_issues;
    /// Where each result stands: year, pupil, stage, subject and day.
    std::map<std::tuple<std::size_t, std::size_t, Stage, std::string, std::optional<Date>>, std::size_t>
        m_places;
};

} // namespace termbook
