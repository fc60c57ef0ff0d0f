// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/source_pos.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace termbook {

/// Something in an input that could not be used, or that a reader of the figures should know. The rest was
/// used.
struct Issue {
    SourcePos pos;        ///< the first place
    std::string found;    ///< without a pupil's data
    std::string expected; ///< may be empty
    std::string remedy;   ///< what to do, or what was done instead
    std::uint64_t count{1};
    std::vector<std::uint64_t>
        lines; ///< the lines, the first 20 of them; of one issue several where rows clash
};

/// "file:line:column (header): found X; expected Y; do Z (3 rows: 4, 9, 12)".
std::string to_string(const Issue& issue);

/// Issues in the order they were met; the same thing found again in the same file and column adds to its
/// count, so that a file of a million bad rows stays one line.
class IssueLog {
  public:
    void add(Issue issue);
    void add(const IssueLog& other);

    const std::vector<Issue>& issues() const { return m_issues; }
    bool empty() const { return m_issues.empty(); }
    std::size_t size() const { return m_issues.size(); }

  private:
    std::vector<Issue> m_issues;
    std::unordered_map<std::string, std::size_t>
        m_known; ///< by what makes two issues one: index into m_issues
};

} // namespace termbook
