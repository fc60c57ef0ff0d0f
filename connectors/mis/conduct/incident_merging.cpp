// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/conduct/incident_merging.hpp"

#include "connectors/mis/contradiction.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace termbook {

namespace {

std::string_view word_for(IncidentKind kind) {
    switch (kind) {
    case IncidentKind::suspension:
        return "suspension";
    case IncidentKind::exclusion:
        return "permanent exclusion";
    case IncidentKind::behaviour:
        return "behaviour incident";
    }
    return {};
}

/// What tells two incidents of one pupil on one day apart.
std::string distinction(IncidentKind kind, std::string_view number, std::string_view called) {
    if (kind != IncidentKind::behaviour) return {};
    return number.empty() ? fmt::format("type {}", called) : fmt::format("number {}", number);
}

} // namespace

void IncidentMerging::report(const SourcePos& pos, std::string found, std::string expected,
                             std::string remedy) {
    m_issues.add({pos, std::move(found), std::move(expected), std::move(remedy), 1, {}});
}

void IncidentMerging::add(Incident seen, std::string_view number, std::string_view called, std::size_t source,
                          const SourcePos& pos) {
    const auto year = m_calendar.year_of(seen.on);
    if (!year)
        return report(
            pos, fmt::format("a {} of no configured year, in {}", word_for(seen.kind), month_text(seen.on)),
            "dates within a <year> of termbook.xml", "it is not counted; add the year if it should be");
    used(seen.kind, *year, source);
    const bool behaviour = seen.kind == IncidentKind::behaviour;
    Alike& alike = m_known[{seen.kind, seen.pupil, seen.on, distinction(seen.kind, number, called)}];
    const std::size_t before = alike.of_source[source]++;
    if (before > 0 && (!behaviour || !number.empty())) {
        report(pos, fmt::format("a {} that the export gave before", word_for(seen.kind)), "a row each",
               "it is counted once");
        return complete(m_school.incidents[alike.places.front()], std::move(seen), pos);
    }
    if (before > 0)
        report(pos, "behaviour incidents of one pupil that nothing tells apart",
               "a column with their number or time", "each is counted; export the number as well");
    if (before < alike.places.size())
        return complete(m_school.incidents[alike.places[before]], std::move(seen), pos);
    alike.places.push_back(m_school.incidents.size());
    m_school.incidents.push_back(std::move(seen));
}

void IncidentMerging::complete(Incident& known, Incident seen, const SourcePos& pos) {
    const auto differs = [&](std::string_view what) {
        report(pos,
               fmt::format("a {} whose {} differs from another row or export", word_for(seen.kind), what),
               "the same", "that of the newest export is used; correct the one that is wrong");
    };
    if (known.stands != seen.stands) differs("outcome");
    if (known.type.empty())
        known.type = std::move(seen.type);
    else if (!seen.type.empty() && seen.type != known.type)
        differs("reason");
    if (contradicts(known.sessions, seen.sessions)) differs("length");
}

void IncidentMerging::used(IncidentKind kind, std::size_t year, std::size_t source) {
    auto& logs = m_school.incident_logs;
    auto log = std::find_if(logs.begin(), logs.end(),
                            [&](const IncidentLog& each) { return each.kind == kind && each.year == year; });
    if (log == logs.end()) log = logs.insert(logs.end(), {kind, year, {}});
    if (std::find(log->sources.begin(), log->sources.end(), source) == log->sources.end())
        log->sources.push_back(source);
}

} // namespace termbook
