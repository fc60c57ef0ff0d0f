// SPDX-License-Identifier: MPL-2.0
#include "core/comparison/attendance_differences.hpp"

#include "core/comparison/pupil_facts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace termbook {

namespace {

Period whole_year(const Trust& trust, std::size_t year) {
    return trust.calendar.resolve("year", year, std::nullopt);
}

std::string spelling(CodeId code, const AttendanceCodes& codes) {
    if (code == AttendanceCodes::none) return {};
    return code == AttendanceCodes::unknown ? "a mark that is no national code" : codes.code(code).code;
}

CodeId mark_at(const std::string& marks, std::size_t session) {
    return session < marks.size() ? static_cast<CodeId>(marks[session]) : AttendanceCodes::none;
}

bool any_marks(const AttendanceYear* attendance) {
    return attendance && !attendance->days.empty();
}

/// "12 days of marks from 2026-03-02 to 2026-03-20".
std::string days_in_words(const std::vector<Date>& days) {
    if (days.size() == 1) return "marks of " + iso_text(days.front());
    return fmt::format("marks of {} days from {} to {}", days.size(), iso_text(days.front()),
                       iso_text(days.back()));
}

} // namespace

AttendanceComparison::AttendanceComparison(const School& a, const Trust& of_a, const School& b,
                                           const Trust& of_b, const YearPair& year, IssueLog& not_compared)
    : m_a(a.attendance_in(year.a)), m_b(b.attendance_in(year.b)), m_codes_a(of_a.codes),
      m_codes_b(of_b.codes), m_year(of_a.calendar.years()[year.a].name),
      m_counts_a(a, of_a.codes, whole_year(of_a, year.a)),
      m_counts_b(b, of_b.codes, whole_year(of_b, year.b)) {
    m_in_b[AttendanceCodes::unknown] = AttendanceCodes::unknown;
    for (const AttendanceCode& code : m_codes_a.codes())
        m_in_b[m_codes_a.id(code.code)] = m_codes_b.id(code.code);
    if (!m_a != !m_b) {
        not_compared.add(not_in(m_a ? Side::b : Side::a, "attendance in " + m_year, a));
        m_a = m_b = nullptr;
    } else if (any_marks(m_a) != any_marks(m_b)) {
        not_compared.add(not_in(any_marks(m_a) ? Side::b : Side::a,
                                fmt::format("marks of sessions in {}: totals are compared", m_year), a));
    } else if (m_a) {
        align_days(a, not_compared);
    }
}

void AttendanceComparison::align_days(const School& school, IssueLog& not_compared) {
    std::map<Date, std::pair<std::optional<std::size_t>, std::optional<std::size_t>>> places;
    for (std::size_t i = 0; i < m_a->days.size(); ++i)
        places[m_a->days[i]].first = i;
    for (std::size_t i = 0; i < m_b->days.size(); ++i)
        places[m_b->days[i]].second = i;
    std::vector<Date> only_a;
    std::vector<Date> only_b;
    for (const auto& [date, place] : places) {
        if (place.first && place.second)
            m_days.emplace_back(*place.first, *place.second);
        else
            (place.first ? only_a : only_b).push_back(date);
    }
    if (!only_a.empty()) not_compared.add(not_in(Side::b, days_in_words(only_a), school));
    if (!only_b.empty()) not_compared.add(not_in(Side::a, days_in_words(only_b), school));
}

void AttendanceComparison::compare(std::size_t in_a, std::size_t in_b, const SeeValues& see) const {
    if (!m_a) return;
    const PupilSessions& counts_a = m_counts_a.pupil(in_a);
    const PupilSessions& counts_b = m_counts_b.pupil(in_b);
    const bool marks = any_marks(m_a) && any_marks(m_b);
    if (marks && counts_a.detail != Detail::totals && counts_b.detail != Detail::totals) {
        static const std::string none;
        compare_sessions(m_a->has_marks(in_a) ? m_a->marks[in_a] : none,
                         m_b->has_marks(in_b) ? m_b->marks[in_b] : none, see);
    } else {
        compare_totals(counts_a, counts_b, see);
    }
}

void AttendanceComparison::compare_sessions(const std::string& in_a, const std::string& in_b,
                                            const SeeValues& see) const {
    for (const auto& [day_a, day_b] : m_days)
        for (const std::size_t half : {std::size_t{0}, std::size_t{1}}) {
            const CodeId code_a = mark_at(in_a, 2 * day_a + half);
            const CodeId code_b = mark_at(in_b, 2 * day_b + half);
            if (m_in_b[code_a] == code_b) continue;
            see(fmt::format("session {} {}", iso_text(m_a->days[day_a]), half == 0 ? "AM" : "PM"),
                spelling(code_a, m_codes_a), spelling(code_b, m_codes_b));
        }
}

void AttendanceComparison::compare_totals(const PupilSessions& in_a, const PupilSessions& in_b,
                                          const SeeValues& see) const {
    constexpr std::pair<std::string_view, std::int64_t PupilSessions::*> totals[] = {
        {"possible sessions", &PupilSessions::possible},
        {"authorised absence", &PupilSessions::authorised},
        {"unauthorised absence", &PupilSessions::unauthorised},
    };
    const auto text = [](const PupilSessions& sessions, auto total) {
        return sessions.detail == Detail::nothing ? std::string() : std::to_string(sessions.*total);
    };
    for (const auto& [name, total] : totals)
        if (const auto a = text(in_a, total), b = text(in_b, total); a != b)
            see(fmt::format("{} in {}", name, m_year), a, b);
}

} // namespace termbook
