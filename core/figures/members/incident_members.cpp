// SPDX-License-Identifier: MPL-2.0
#include "core/figures/members/incident_members.hpp"

#include "core/figures/members/members.hpp"

#include <functional>
#include <set>

namespace termbook {

namespace {

using Members = std::vector<Member>;
using IsMeant = std::function<bool(const Incident&)>;

template<typename See>
void each_incident(const Selection& selection, const RecordsOf& records_of, const IsMeant& is_meant,
                   See see) {
    for (const School* school : selection.schools) {
        const SchoolRecords& records = records_of(*school, selection.period);
        each_selected(*school, selection,
                      [&](std::size_t i, const Pupil&, const Enrolment&, Membership membership) {
                          if (membership != Membership::in) return;
                          for (const Incident& incident : records.incidents(i))
                              if (incident.stands && is_meant(incident)) see(incident);
                      });
    }
}

Members types(std::string_view dimension, const Selection& selection, const RecordsOf& records_of,
              const IsMeant& is_meant) {
    std::set<std::string> found;
    each_incident(selection, records_of, is_meant, [&](const Incident& incident) {
        if (!incident.type.empty()) found.insert(incident.type);
    });
    Members members;
    for (const std::string& type : found) {
        Member member = named_member(dimension, type, type);
        member.selectors = {{"type", type}};
        members.push_back(std::move(member));
    }
    return members;
}

/// None where nothing happened.
Members weekdays(const Selection& selection, const RecordsOf& records_of, const IsMeant& is_meant) {
    constexpr unsigned friday = 5;
    std::set<unsigned> found;
    each_incident(selection, records_of, is_meant, [&](const Incident& incident) {
        found.insert(std::chrono::weekday{incident.on}.iso_encoding());
    });
    Members members;
    if (found.empty()) return members;
    for (unsigned day = 1; day <= friday; ++day)
        found.insert(day);
    for (const unsigned number : found) {
        const std::chrono::weekday day{number};
        members.push_back(
            named_member("weekday", std::string(weekday_key(day)), std::string(weekday_name(day))));
    }
    return members;
}

} // namespace

std::optional<Members> incident_members(std::string_view dimension, const Selection& selection,
                                        const RecordsOf& records_of, const FigureDefinition* figure) {
    const auto kind = figure ? incidents_of(figure->basis) : std::nullopt;
    const auto is_counted = [&](const Incident& each) { return !kind || each.kind == *kind; };
    if (dimension == "type") return types(dimension, selection, records_of, is_counted);
    if (dimension == "reason")
        return types(dimension, selection, records_of, [&](const Incident& each) {
            return each.kind != IncidentKind::behaviour && is_counted(each);
        });
    if (dimension == "weekday") return weekdays(selection, records_of, is_counted);
    return std::nullopt;
}

} // namespace termbook
