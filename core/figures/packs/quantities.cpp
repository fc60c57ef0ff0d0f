// SPDX-License-Identifier: MPL-2.0
#include "core/figures/packs/quantities.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace termbook {

namespace {

struct SessionQuantity {
    std::string_view figure;
    std::string_view name;
    bool (*counts)(SessionClass session, bool late);
};

bool is_absent(SessionClass session, bool) {
    return session == SessionClass::authorised || session == SessionClass::unauthorised;
}

template<SessionClass which>
bool is(SessionClass session, bool) {
    return session == which;
}

constexpr SessionQuantity session_quantities[] = {
    {"attendance.rate", "absent", is_absent},
    {"attendance.attended", "absent", is_absent},
    {"attendance.absence", "absent", is_absent},
    {"attendance.absent", "absent", is_absent},
    {"attendance.authorised", "authorised", is<SessionClass::authorised>},
    {"attendance.unauthorised", "unauthorised", is<SessionClass::unauthorised>},
    {"attendance.present", "present", is<SessionClass::present>},
    {"attendance.aea", "aea", is<SessionClass::aea>},
    {"attendance.late", "late", [](SessionClass, bool late) { return late; }},
};

struct Event {
    std::string_view figure;
    std::string_view family;
};

/// Figures that count what happens on a day.
constexpr Event events[] = {
    {"attendance.possible", "possible sessions"},
    {"attendance.missing", "missing marks"},
    {"suspensions.rate", "suspensions"},
    {"suspensions.count", "suspensions"},
    {"suspensions.sessions", "sessions lost to suspension"},
    {"exclusions.rate", "exclusions"},
    {"exclusions.count", "exclusions"},
    {"behaviour.incidents", "incidents"},
    {"pupils.joiners", "joiners"},
    {"mobility.joiners", "joiners"},
    {"pupils.leavers", "leavers"},
    {"mobility.leavers", "leavers"},
};

} // namespace

std::string code_quantity(CodeId code) {
    return fmt::format("code {}", code);
}

Quantity quantity_of(const FigureDefinition& definition, const Selection& selection) {
    if (selection.code) return {std::string(sessions_family), code_quantity(*selection.code), true};
    const auto names = [&](const auto& row) { return row.figure == definition.key; };
    const auto* const sessions =
        std::find_if(std::begin(session_quantities), std::end(session_quantities), names);
    if (sessions != std::end(session_quantities))
        return {std::string(sessions_family), std::string(sessions->name), true};
    const std::string some = fmt::format("{}, {}", selection.weekday ? weekday_key(*selection.weekday) : "",
                                         selection.type.value_or(""));
    const auto* const event = std::find_if(std::begin(events), std::end(events), names);
    if (event != std::end(events)) return {std::string(event->family), some, true};
    // Pupils who are counted once, however often: what they are counted for in a term and in the year, or in
    // one subject and in another, does not add up.
    return {fmt::format("{} {} {} {}", definition.key, selection.subject.value_or(""), some,
                        selection.period.key),
            some, false};
}

bool counts_session(const Quantity& quantity, SessionClass session, bool late, CodeId code) {
    const auto* const found =
        std::find_if(std::begin(session_quantities), std::end(session_quantities),
                     [&](const SessionQuantity& row) { return row.name == quantity.name; });
    if (found != std::end(session_quantities)) return found->counts(session, late);
    return quantity.name == code_quantity(code);
}

} // namespace termbook
