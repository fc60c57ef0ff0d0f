// SPDX-License-Identifier: MPL-2.0
#include "core/figures/record.hpp"

#include <algorithm>

namespace termbook {

namespace {

struct ByPupil {
    template<typename A, typename B>
    bool operator()(const A& a, const B& b) const {
        return pupil_of(a) < pupil_of(b);
    }
    static std::size_t pupil_of(std::size_t pupil) { return pupil; }
    template<typename Record>
    static std::size_t pupil_of(const Record& record) {
        return record.pupil;
    }
};

template<typename Record>
std::span<const Record> of_pupil(const std::vector<Record>& sorted, std::size_t pupil) {
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), pupil, ByPupil{});
    return {first, last};
}

/// Statutory results belong to their year as a whole; what was judged on a day belongs to that day.
bool is_in(const Result& result, const Period& period) {
    return !result.on || (period.from <= *result.on && *result.on <= period.to);
}

} // namespace

SchoolRecords::SchoolRecords(const Trust& trust, const School& school, const Period& period)
    : m_trust(trust), m_school(school), m_period(period), m_roll(school.roll_in(period.year)) {
    if (const ResultsYear* results = school.results_in(period.year))
        std::copy_if(results->results.begin(), results->results.end(), std::back_inserter(m_results),
                     [&](const Result& result) { return is_in(result, period); });
    std::copy_if(school.incidents.begin(), school.incidents.end(), std::back_inserter(m_incidents),
                 [&](const Incident& each) { return period.from <= each.on && each.on <= period.to; });
    std::stable_sort(m_results.begin(), m_results.end(), ByPupil{});
    std::stable_sort(m_incidents.begin(), m_incidents.end(), ByPupil{});
}

const SessionCounts& SchoolRecords::sessions() const {
    if (!m_sessions) m_sessions = std::make_unique<SessionCounts>(m_school, m_trust.codes, m_period);
    return *m_sessions;
}

std::span<const Result> SchoolRecords::results(std::size_t pupil) const {
    return of_pupil(m_results, pupil);
}

std::span<const Incident> SchoolRecords::incidents(std::size_t pupil) const {
    return of_pupil(m_incidents, pupil);
}

bool SchoolRecords::has(Basis basis) const {
    const auto logged = [&](IncidentKind kind) {
        return m_school.incidents_in(kind, m_period.year) != nullptr;
    };
    switch (basis) {
    case Basis::totals:
    case Basis::marks:
        return m_school.attendance_in(m_period.year) != nullptr;
    case Basis::results:
        return !m_results.empty();
    case Basis::suspensions:
        return logged(IncidentKind::suspension);
    case Basis::exclusions:
        return logged(IncidentKind::exclusion);
    case Basis::behaviour:
        return logged(IncidentKind::behaviour);
    case Basis::roll:
        return m_roll != nullptr;
    }
    return false;
}

PupilRecord SchoolRecords::record(std::size_t pupil, const Enrolment& enrolment, const Selection& selection,
                                  Basis basis) const {
    static const PupilSessions none;
    const bool attendance = is_attendance(basis);
    return {selection,
            enrolment,
            attendance ? sessions().pupil(pupil) : none,
            attendance && selection.code ? sessions().sessions_of(pupil, *selection.code) : 0,
            attendance ? std::span<const Result>() : results(pupil),
            attendance ? std::span<const Incident>() : incidents(pupil)};
}

const std::vector<SelectedPupil>& SchoolRecords::selected(const Selection& selection) const {
    const auto [place, is_new] =
        m_selected.try_emplace({selection.year, selection.statutory_years, selection.class_name,
                                selection.house, selection.ethnicity, selection.language, selection.groups});
    std::vector<SelectedPupil>& found = place->second;
    if (is_new)
        each_selected(m_school, selection,
                      [&](std::size_t i, const Pupil&, const Enrolment& enrolment, Membership membership) {
                          found.push_back({i, &enrolment, membership});
                      });
    return found;
}

const std::vector<PupilCount>& SchoolRecords::counts(const FigureDefinition& definition,
                                                     const Selection& selection) const {
    const auto [place, is_new] =
        m_counts.try_emplace({&definition, selection.code, selection.subject, selection.type});
    if (is_new) place->second = count(definition, selection);
    return place->second;
}

std::vector<PupilCount> SchoolRecords::count(const FigureDefinition& definition,
                                             const Selection& selection) const {
    std::vector<PupilCount> counts(m_school.pupils.size());
    for (std::size_t i = 0; m_roll && i < counts.size(); ++i) {
        const Enrolment* enrolment = m_roll->enrolment(i);
        if (!enrolment) continue;
        const PupilRecord of_pupil = record(i, *enrolment, selection, definition.basis);
        const Counted counted = definition.count(of_pupil);
        counts[i] = {static_cast<std::int32_t>(counted.numerator),
                     static_cast<std::int32_t>(counted.denominator), counted.known,
                     rests_on(definition, of_pupil, counted)};
    }
    return counts;
}

bool rests_on(const FigureDefinition& definition, const PupilRecord& record, const Counted& counted) {
    if (is_attendance(definition.basis)) return record.sessions.possible > 0;
    if (definition.basis == Basis::results) return counted.known && counted.denominator > 0;
    return true;
}

} // namespace termbook
