// SPDX-License-Identifier: MPL-2.0
#include "core/figures/counting/record.hpp"
#include "core/figures/domains/definitions.hpp"

#include <algorithm>

namespace termbook {

namespace {

using Record = const PupilRecord&;

bool counts(const Incident& incident, IncidentKind kind, const Selection& selection) {
    return incident.stands && incident.kind == kind &&
           (!selection.type || incident.type == *selection.type) &&
           (!selection.weekday || std::chrono::weekday{incident.on} == *selection.weekday);
}

std::int64_t number_of(Record r, IncidentKind kind) {
    return std::count_if(r.incidents.begin(), r.incidents.end(),
                         [&](const Incident& each) { return counts(each, kind, r.selection); });
}

std::int64_t sessions_lost(Record r) {
    std::int64_t sessions = 0;
    for (const Incident& each : r.incidents)
        if (counts(each, IncidentKind::suspension, r.selection)) sessions += each.sessions;
    return sessions;
}

constexpr auto suspension = IncidentKind::suspension;
constexpr auto exclusion = IncidentKind::exclusion;
constexpr auto behaviour = IncidentKind::behaviour;
constexpr auto on_roll = "pupils on roll";

constexpr FigureDefinition definitions[] = {
    of_pupils({"suspensions.rate", "Suspensions rate", Unit::percent, "suspensions", on_roll,
               "Suspensions in the period as a share of pupils on roll. One pupil may be suspended several "
               "times, so that it can pass 100%.",
               Basis::suspensions,
               [](Record r) {
                   return Counted{number_of(r, suspension), 1};
               }}),
    of_pupils({"suspensions.count", "Suspensions", Unit::count, "suspensions", "",
               "Suspensions that began in the period.", Basis::suspensions,
               [](Record r) {
                   return Counted{number_of(r, suspension), 0};
               }}),
    of_pupils({"suspensions.pupils", "Pupils suspended", Unit::percent, "pupils with one or more suspensions",
               on_roll, "Pupils with one or more suspensions in the period, as a share of pupils on roll.",
               Basis::suspensions,
               [](Record r) {
                   return Counted{as_count(number_of(r, suspension) > 0), 1};
               }}),
    of_pupils({"suspensions.sessions", "Sessions lost to suspension", Unit::count, "half days", "",
               "Half days lost to the suspensions that began in the period.", Basis::suspensions,
               [](Record r) {
                   return Counted{sessions_lost(r), 0};
               }}),
    of_pupils({"exclusions.rate", "Permanent exclusions rate", Unit::percent, "permanent exclusions", on_roll,
               "Permanent exclusions that were upheld, as a share of pupils on roll.", Basis::exclusions,
               [](Record r) {
                   return Counted{number_of(r, exclusion), 1};
               }}),
    of_pupils({"exclusions.count", "Permanent exclusions", Unit::count, "permanent exclusions", "",
               "Permanent exclusions in the period that were upheld.", Basis::exclusions,
               [](Record r) {
                   return Counted{number_of(r, exclusion), 0};
               }}),
    of_pupils({"behaviour.incidents", "Behaviour incidents", Unit::count, "incidents", "",
               "Incidents recorded in the period; of one type with a type selector.", Basis::behaviour,
               [](Record r) {
                   return Counted{number_of(r, behaviour), 0};
               }}),
    of_pupils({"behaviour.pupils", "Pupils with a behaviour incident", Unit::percent,
               "pupils with an incident", on_roll,
               "Pupils with one or more incidents in the period, as a share of pupils on roll.",
               Basis::behaviour,
               [](Record r) {
                   return Counted{as_count(number_of(r, behaviour) > 0), 1};
               }}),
};

} // namespace

std::span<const FigureDefinition> conduct_definitions() {
    return definitions;
}

} // namespace termbook
