// SPDX-License-Identifier: MPL-2.0
#include "core/figures/counting/record.hpp"
#include "core/figures/domains/definitions.hpp"

namespace termbook {

namespace {

constexpr auto possible_sessions = "possible sessions";

std::int64_t as_count(bool yes) {
    return yes ? 1 : 0;
}

/// Whether a pupil missed at least `percent` of their own possible sessions.
bool missed(const PupilSessions& pupil, std::int64_t percent) {
    return pupil.possible > 0 && pupil.absent() * 100 >= pupil.possible * percent;
}

constexpr std::int64_t persistent_percent = 10;
constexpr std::int64_t severe_percent = 50;

using Record = const PupilRecord&;

constexpr FigureDefinition definitions[] = {
    {"attendance.rate", "Attendance", Unit::percent, "sessions attended", possible_sessions,
     "Sessions present or at an approved educational activity, as a share of the sessions possible for "
     "pupils in "
     "Years 1 to 11. Sessions are added up first and divided once.",
     Basis::totals,
     [](Record r) {
         return Counted{r.sessions.attended(), r.sessions.possible};
     }},
    {"attendance.absence", "Absence", Unit::percent, "sessions absent", possible_sessions,
     "Authorised and unauthorised absence together, as a share of possible sessions.", Basis::totals,
     [](Record r) {
         return Counted{r.sessions.absent(), r.sessions.possible};
     }},
    {"attendance.authorised", "Authorised absence", Unit::percent, "sessions of authorised absence",
     possible_sessions,
     "Absence that the school has authorised (codes C, C1, C2, E, I, J1, M, R, S, T), as a share of possible "
     "sessions.",
     Basis::totals,
     [](Record r) {
         return Counted{r.sessions.authorised, r.sessions.possible};
     }},
    {"attendance.unauthorised", "Unauthorised absence", Unit::percent, "sessions of unauthorised absence",
     possible_sessions,
     "Absence that the school has not authorised (codes G, N, O, U), as a share of possible sessions.",
     Basis::totals,
     [](Record r) {
         return Counted{r.sessions.unauthorised, r.sessions.possible};
     }},
    {"attendance.present", "Present in school", Unit::percent, "sessions present", possible_sessions,
     "Sessions marked present or late before the register closed (/, \\, L), as a share of possible "
     "sessions.",
     Basis::marks,
     [](Record r) {
         return Counted{r.sessions.present, r.sessions.possible};
     }},
    {"attendance.aea", "Approved educational activity", Unit::percent, "sessions at an approved activity",
     possible_sessions,
     "Sessions at an approved educational activity off site (B, K, P, V, W), as a share of possible "
     "sessions. They count as attending.",
     Basis::marks,
     [](Record r) {
         return Counted{r.sessions.aea, r.sessions.possible};
     }},
    by_code({"attendance.reason", "Sessions by reason", Unit::percent, "sessions with the code",
             possible_sessions, "Sessions with one attendance code, as a share of possible sessions.",
             Basis::marks,
             [](Record r) {
                 return Counted{r.sessions_of_code, r.sessions.possible};
             }}),
    {"attendance.late", "Late", Unit::percent, "sessions late", possible_sessions,
     "Sessions late before and after the register closed (L and U), as a share of possible sessions.",
     Basis::marks,
     [](Record r) {
         return Counted{r.sessions.late, r.sessions.possible};
     }},
    of_pupils({"attendance.persistent", "Persistent absence", Unit::percent, "pupils missing 10% or more",
               "pupils with a possible session",
               "Pupils who missed 10% or more of their own possible sessions, as a share of pupils with at "
               "least one "
               "possible "
               "session. It depends on the period.",
               Basis::totals,
               [](Record r) {
                   return Counted{as_count(missed(r.sessions, persistent_percent)),
                                  as_count(r.sessions.possible > 0)};
               }}),
    of_pupils(
        {"attendance.severe", "Severe absence", Unit::percent, "pupils missing 50% or more",
         "pupils with a possible session",
         "Pupils who missed 50% or more of their own possible sessions, as a share of pupils with at least "
         "one "
         "possible "
         "session. It depends on the period.",
         Basis::totals,
         [](Record r) {
             return Counted{as_count(missed(r.sessions, severe_percent)), as_count(r.sessions.possible > 0)};
         }}),
    of_pupils({"attendance.pupils", "Pupils with attendance", Unit::count, "pupils with a possible session",
               "", "Pupils in Years 1 to 11 with at least one possible session.", Basis::totals,
               [](Record r) {
                   return Counted{as_count(r.sessions.possible > 0), 0};
               }}),
    {"attendance.possible", "Possible sessions", Unit::count, "possible sessions", "",
     "Half days on which the pupils could have attended.", Basis::totals,
     [](Record r) {
         return Counted{r.sessions.possible, 0};
     }},
    {"attendance.attended", "Sessions attended", Unit::count, "sessions attended", "",
     "Half days present or at an approved educational activity.", Basis::totals,
     [](Record r) {
         return Counted{r.sessions.attended(), 0};
     }},
    {"attendance.absent", "Sessions absent", Unit::count, "sessions absent", "",
     "Half days of authorised and unauthorised absence.", Basis::totals,
     [](Record r) {
         return Counted{r.sessions.absent(), 0};
     }},
    by_code({"attendance.sessions", "Sessions with the code", Unit::count, "sessions with the code", "",
             "Half days marked with one attendance code.", Basis::marks,
             [](Record r) {
                 return Counted{r.sessions_of_code, 0};
             }}),
    {"attendance.missing", "Missing marks", Unit::count, "sessions without a mark", "",
     "Sessions for which no mark was made. They are counted nowhere else.", Basis::marks,
     [](Record r) {
         return Counted{r.sessions.missing, 0};
     }},
};

} // namespace

std::span<const FigureDefinition> attendance_definitions() {
    return definitions;
}

} // namespace termbook
