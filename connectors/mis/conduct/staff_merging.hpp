// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/issue.hpp"
#include "core/model/trust.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace termbook {

/// Puts together the days of one school's staff from however many exports. Members are told apart by whatever
/// number the exports have, which is forgotten when they are read. What is given alike twice counts once;
/// what differs is an issue, and what was read first holds.
class StaffMerging {
  public:
    StaffMerging(School& school, IssueLog& issues) : m_school(school), m_issues(issues) {}

    /// What an export states of a member's year.
    void member(std::size_t year, std::string_view number, const StaffMember& seen, const SourcePos& pos);

    /// An absence: `lost` half days from a day on.
    void absence(std::size_t year, std::string_view number, Date from, std::int64_t lost,
                 const SourcePos& pos);

    /// Notes that an export told of the school's staff in the year.
    void used(std::size_t year, std::size_t source);

  private:
    StaffYear& staff(std::size_t year);
    std::size_t place_of(std::size_t year, std::string_view number);
    void differs(std::string_view what, const SourcePos& pos);

    School& m_school;
    IssueLog& m_issues;
    std::map<std::pair<std::size_t, std::string>, std::size_t> m_members;
    /// Where each absence stands: by year, member and first day.
    std::map<std::tuple<std::size_t, std::size_t, Date>, std::size_t> m_absences;
};

} // namespace termbook
