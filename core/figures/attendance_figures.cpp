// SPDX-License-Identifier: MPL-2.0
#include "core/figures/attendance_figures.hpp"

#include <algorithm>

namespace termbook {

namespace {

constexpr auto possible_sessions = "possible sessions";

constexpr FigureDefinition definitions[] = {
    {"attendance.rate", "Attendance", Unit::percent, "sessions attended", possible_sessions,
     "Sessions present or at an approved educational activity, as a share of the sessions possible for "
     "pupils in "
     "Years 1 to 11. Sessions are added up first and divided once."},
    {"attendance.absence", "Absence", Unit::percent, "sessions absent", possible_sessions,
     "Authorised and unauthorised absence together, as a share of possible sessions."},
    {"attendance.authorised", "Authorised absence", Unit::percent, "sessions of authorised absence",
     possible_sessions,
     "Absence that the school has authorised (codes C, C1, C2, E, I, J1, M, R, S, T), as a share of possible "
     "sessions."},
    {"attendance.unauthorised", "Unauthorised absence", Unit::percent, "sessions of unauthorised absence",
     possible_sessions,
     "Absence that the school has not authorised (codes G, N, O, U), as a share of possible sessions."},
    {"attendance.present", "Present in school", Unit::percent, "sessions present", possible_sessions,
     "Sessions marked present or late before the register closed (/, \\, L), as a share of possible "
     "sessions."},
    {"attendance.aea", "Approved educational activity", Unit::percent, "sessions at an approved activity",
     possible_sessions,
     "Sessions at an approved educational activity off site (B, K, P, V, W), as a share of possible "
     "sessions. They count as attending."},
    {"attendance.reason", "Sessions by reason", Unit::percent, "sessions with the code", possible_sessions,
     "Sessions with one attendance code, as a share of possible sessions.", true},
    {"attendance.late", "Late", Unit::percent, "sessions late", possible_sessions,
     "Sessions late before and after the register closed (L and U), as a share of possible sessions."},
    {"attendance.persistent", "Persistent absence", Unit::percent, "pupils missing 10% or more",
     "pupils with a possible session",
     "Pupils who missed 10% or more of their own possible sessions, as a share of pupils with at least one "
     "possible "
     "session. It depends on the period."},
    {"attendance.severe", "Severe absence", Unit::percent, "pupils missing 50% or more",
     "pupils with a possible session",
     "Pupils who missed 50% or more of their own possible sessions, as a share of pupils with at least one "
     "possible "
     "session. It depends on the period."},
    {"attendance.pupils", "Pupils with attendance", Unit::count, "pupils with a possible session", "",
     "Pupils in Years 1 to 11 with at least one possible session."},
    {"attendance.possible", "Possible sessions", Unit::count, "possible sessions", "",
     "Half days on which the pupils could have attended."},
    {"attendance.attended", "Sessions attended", Unit::count, "sessions attended", "",
     "Half days present or at an approved educational activity."},
    {"attendance.absent", "Sessions absent", Unit::count, "sessions absent", "",
     "Half days of authorised and unauthorised absence."},
    {"attendance.sessions", "Sessions with the code", Unit::count, "sessions with the code", "",
     "Half days marked with one attendance code.", true},
    {"attendance.missing", "Missing marks", Unit::count, "sessions without a mark", "",
     "Sessions for which no mark was made. They are counted nowhere else."},
};

std::int64_t as_count(bool yes) {
    return yes ? 1 : 0;
}

/// Whether a pupil missed at least `percent` of their own possible sessions.
bool missed(const PupilSessions& pupil, std::int64_t percent) {
    return pupil.possible > 0 && pupil.absent() * 100 >= pupil.possible * percent;
}

constexpr std::int64_t persistent_percent = 10;
constexpr std::int64_t severe_percent = 50;

using Sessions = const PupilSessions&;

constexpr AttendanceRule rules[] = {
    {"attendance.rate", Detail::totals,
     [](Sessions p, std::int64_t) {
         return Counted{p.attended(), p.possible};
     }},
    {"attendance.absence", Detail::totals,
     [](Sessions p, std::int64_t) {
         return Counted{p.absent(), p.possible};
     }},
    {"attendance.authorised", Detail::totals,
     [](Sessions p, std::int64_t) {
         return Counted{p.authorised, p.possible};
     }},
    {"attendance.unauthorised", Detail::totals,
     [](Sessions p, std::int64_t) {
         return Counted{p.unauthorised, p.possible};
     }},
    {"attendance.present", Detail::marks,
     [](Sessions p, std::int64_t) {
         return Counted{p.present, p.possible};
     }},
    {"attendance.aea", Detail::marks,
     [](Sessions p, std::int64_t) {
         return Counted{p.aea, p.possible};
     }},
    {"attendance.reason", Detail::marks,
     [](Sessions p, std::int64_t of_code) {
         return Counted{of_code, p.possible};
     }},
    {"attendance.late", Detail::marks,
     [](Sessions p, std::int64_t) {
         return Counted{p.late, p.possible};
     }},
    {"attendance.persistent", Detail::totals,
     [](Sessions p, std::int64_t) {
         return Counted{as_count(missed(p, persistent_percent)), as_count(p.possible > 0)};
     },
     true},
    {"attendance.severe", Detail::totals,
     [](Sessions p, std::int64_t) {
         return Counted{as_count(missed(p, severe_percent)), as_count(p.possible > 0)};
     },
     true},
    {"attendance.pupils", Detail::totals,
     [](Sessions p, std::int64_t) {
         return Counted{as_count(p.possible > 0), 0};
     },
     true},
    {"attendance.possible", Detail::totals,
     [](Sessions p, std::int64_t) {
         return Counted{p.possible, 0};
     }},
    {"attendance.attended", Detail::totals,
     [](Sessions p, std::int64_t) {
         return Counted{p.attended(), 0};
     }},
    {"attendance.absent", Detail::totals,
     [](Sessions p, std::int64_t) {
         return Counted{p.absent(), 0};
     }},
    {"attendance.sessions", Detail::marks,
     [](Sessions, std::int64_t of_code) {
         return Counted{of_code, 0};
     }},
    {"attendance.missing", Detail::marks,
     [](Sessions p, std::int64_t) {
         return Counted{p.missing, 0};
     }},
};

} // namespace

std::span<const FigureDefinition> attendance_definitions() {
    return definitions;
}

const AttendanceRule* attendance_rule(std::string_view key) {
    const auto* found = std::find_if(std::begin(rules), std::end(rules),
                                     [&](const AttendanceRule& rule) { return rule.key == key; });
    return found == std::end(rules) ? nullptr : found;
}

} // namespace termbook
