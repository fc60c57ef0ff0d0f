// SPDX-License-Identifier: MPL-2.0
#include "core/figures/domains/definitions.hpp"
#include "core/figures/domains/on_roll.hpp"

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

Counted sessions_lost(Record r) {
    Counted lost;
    for (const Incident& each : r.incidents) {
        if (!counts(each, IncidentKind::suspension, r.selection)) continue;
        lost.numerator += each.sessions.value_or(0);
        lost.known = lost.known && each.sessions;
    }
    return lost;
}

constexpr auto suspension = IncidentKind::suspension;
constexpr auto exclusion = IncidentKind::exclusion;
constexpr auto behaviour = IncidentKind::behaviour;
constexpr auto on_roll = "pupils on roll";
constexpr auto in_january = "pupils on roll in January";

constexpr FigureDefinition definitions[] = {
    of_pupils({"suspensions.rate", "Suspensions rate", Unit::percent, "suspensions", in_january,
               "Suspensions in the period as a share of pupils on roll on the day of the January census. One "
               "pupil may "
               "be suspended several times, so that it can pass 100%.",
               Basis::suspensions,
               [](Record r) {
                   return Counted{number_of(r, suspension), on_january_roll(r)};
               }}),
    of_pupils({"suspensions.count", "Suspensions", Unit::count, "suspensions", "",
               "Suspensions that began in the period.", Basis::suspensions,
               [](Record r) {
                   return Counted{number_of(r, suspension), 0};
               }}),
    of_pupils(
        {"suspensions.pupils", "Pupils suspended", Unit::percent, "pupils with one or more suspensions",
         in_january,
         "Pupils with one or more suspensions in the period, as a share of pupils on roll on the day of "
         "the January census.",
         Basis::suspensions,
         [](Record r) {
             return Counted{as_count(number_of(r, suspension) > 0), on_january_roll(r)};
         }}),
    of_pupils(
        {"suspensions.sessions", "Sessions lost to suspension", Unit::count, "half days", "",
         "Half days lost to the suspensions that began in the period. One whose length was not exported adds "
         "nothing.",
         Basis::suspensions, sessions_lost}),
    of_pupils({"exclusions.rate", "Permanent exclusions rate", Unit::percent, "permanent exclusions",
               in_january,
               "Permanent exclusions that were upheld, as a share of pupils on roll on the day of the "
               "January census.",
               Basis::exclusions,
               [](Record r) {
                   return Counted{number_of(r, exclusion), on_january_roll(r)};
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
