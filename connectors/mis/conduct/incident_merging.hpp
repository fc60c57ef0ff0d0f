// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/issue.hpp"
#include "core/model/trust.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace termbook {

/// Puts together one school's incidents from however many exports. A pupil is suspended, or permanently
/// excluded, once on a day; behaviour incidents are told apart by their number or time, and where an export
/// has neither by day and type, of which one export may hold several alike.
class IncidentMerging {
  public:
    IncidentMerging(School& school, const Calendar& calendar, IssueLog& issues)
        : m_school(school), m_calendar(calendar), m_issues(issues) {}

    /// An incident that the export `source` tells of, by the type that it is `called` there; `number` is that
    /// of the incident or its time, if the export has either. One that was given before counts once, and
    /// completes what was not known of it; what differs is an issue, and what was read first holds. A date in
    /// no configured year is an issue.
    void add(Incident seen, std::string_view number, std::string_view called, std::size_t source,
             const SourcePos& pos);

    /// Notes that an export lists the school's incidents of the kind in the year.
    void used(IncidentKind kind, std::size_t year, std::size_t source);

  private:
    using Key = std::tuple<IncidentKind, std::size_t, Date, std::string>;

    /// Incidents that nothing tells apart.
    struct Alike {
        std::vector<std::size_t> places;              ///< indices into School::incidents
        std::map<std::size_t, std::size_t> of_source; ///< how many of them each export had
    };

    void complete(Incident& known, Incident seen, const SourcePos& pos);
    void report(const SourcePos& pos, std::string found, std::string expected, std::string remedy);

    School& m_school;
    const Calendar& m_calendar;
    IssueLog& m_issues;
    std::map<Key, Alike> m_known;
};

} // namespace termbook
