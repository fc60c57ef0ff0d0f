// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/issue.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace termbook {

namespace {

constexpr std::size_t most_lines = 20;

bool same_kind(const Issue& a, const Issue& b) {
    return a.pos.file == b.pos.file && a.pos.where == b.pos.where && a.found == b.found &&
           a.remedy == b.remedy;
}

} // namespace

std::string to_string(const Issue& issue) {
    std::string text = describe(issue.pos, issue.found, issue.expected, issue.remedy);
    if (issue.count <= 1) return text;
    text += fmt::format(" ({} times", issue.count);
    if (issue.lines.size() > 1) {
        const bool all = issue.lines.size() < most_lines || issue.lines.size() == issue.count;
        text += fmt::format(": lines {}{}", fmt::join(issue.lines, ", "), all ? "" : ", …");
    }
    return text + ")";
}

void IssueLog::add(Issue issue) {
    if (issue.lines.empty() && issue.pos.line != 0) issue.lines.push_back(issue.pos.line);
    const auto known = std::find_if(m_issues.begin(), m_issues.end(),
                                    [&](const Issue& other) { return same_kind(other, issue); });
    if (known == m_issues.end()) {
        m_issues.push_back(std::move(issue));
        return;
    }
    known->count += issue.count;
    for (const auto line : issue.lines)
        if (known->lines.size() < most_lines && (known->lines.empty() || known->lines.back() != line))
            known->lines.push_back(line);
}

void IssueLog::add(const IssueLog& other) {
    for (const auto& issue : other.m_issues)
        add(issue);
}

} // namespace termbook
