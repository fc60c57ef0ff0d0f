// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/issue.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace termbook {

namespace {

constexpr std::size_t most_lines = 20;

/// The same for issues that differ in their place within the file only.
std::string key_of(const Issue& issue) {
    return fmt::format("{}\n{}\n{}\n{}\n{}", issue.pos.file, issue.pos.sheet, issue.pos.where, issue.found,
                       issue.remedy);
}

} // namespace

std::string to_string(const Issue& issue) {
    std::string text = describe(issue.pos, issue.found, issue.expected, issue.remedy);
    if (issue.count <= 1 && issue.lines.size() <= 1) return text;
    text += " (";
    if (issue.count > 1) text += fmt::format("{} times{}", issue.count, issue.lines.size() > 1 ? ": " : "");
    if (issue.lines.size() > 1) {
        const bool all = issue.lines.size() < most_lines || issue.lines.size() == issue.count;
        text += fmt::format("{} {}{}", issue.pos.sheet.empty() ? "lines" : "rows",
                            fmt::join(issue.lines, ", "), all ? "" : ", …");
    }
    return text + ")";
}

void IssueLog::add(Issue issue) {
    if (issue.lines.empty() && issue.pos.line != 0) issue.lines.push_back(issue.pos.line);
    const auto [place, is_new] = m_known.try_emplace(key_of(issue), m_issues.size());
    if (is_new) {
        m_issues.push_back(std::move(issue));
        return;
    }
    Issue& known = m_issues[place->second];
    known.count += issue.count;
    for (const auto line : issue.lines)
        if (known.lines.size() < most_lines &&
            std::find(known.lines.begin(), known.lines.end(), line) == known.lines.end())
            known.lines.push_back(line);
}

void IssueLog::add(const IssueLog& other) {
    for (const auto& issue : other.m_issues)
        add(issue);
}

} // namespace termbook
