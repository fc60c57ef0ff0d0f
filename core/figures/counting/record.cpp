// SPDX-License-Identifier: MPL-2.0
#include "core/figures/counting/record.hpp"

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

/// What the days of a year come to in a period. A list states them for the whole year; absences one by one
/// belong to the period in which they began.
std::vector<StaffRecord> staff_in(const StaffYear& staff, const Period& period) {
    std::vector<std::int64_t> dated(staff.members.size(), 0);
    for (const StaffAbsence& absence : staff.absences)
        if (period.from <= absence.from && absence.from <= period.to) dated[absence.member] += absence.lost;
    std::vector<StaffRecord> records;
    for (std::size_t i = 0; i < staff.members.size(); ++i) {
        const StaffMember& member = staff.members[i];
        StaffRecord& record = records.emplace_back();
        if (period.whole_year) {
            record.available = member.available;
            record.lost = member.lost;
        } else {
            record.undated = member.available || member.lost;
        }
        if (!record.lost && staff.absences_listed) record.lost = dated[i];
    }
    return records;
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
    if (const auto kind = incidents_of(basis)) {
        const IncidentLog* log = m_school.incidents_in(*kind, m_period.year);
        return log != nullptr && reaches(log->sources);
    }
    switch (basis) {
    case Basis::totals:
    case Basis::marks:
        return m_school.attendance_in(m_period.year) != nullptr;
    case Basis::results:
        return !m_results.empty();
    case Basis::roll:
        return m_roll != nullptr && reaches(m_roll->sources);
    case Basis::staff_days:
    case Basis::staff_absences:
        return m_school.staff_in(m_period.year) != nullptr;
    case Basis::suspensions:
    case Basis::exclusions:
    case Basis::behaviour:
        break;
    }
    return false;
}

bool SchoolRecords::reaches(const std::vector<std::size_t>& sources) const {
    return sources.empty() || std::any_of(sources.begin(), sources.end(), [&](std::size_t source) {
               const auto& as_at = m_trust.sources[source].as_at;
               return !as_at || *as_at >= m_period.from;
           });
}

bool SchoolRecords::has_list() const {
    return m_roll && std::any_of(m_roll->pupils.begin(), m_roll->pupils.end(),
                                 [](const auto& place) { return place && !place->reckoned; });
}

std::vector<StaffRecord> SchoolRecords::staff() const {
    const StaffYear* staff = m_school.staff_in(m_period.year);
    return staff ? staff_in(*staff, m_period) : std::vector<StaffRecord>();
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
            attendance ? std::span<const Incident>() : incidents(pupil),
            m_trust.average_scaled_score * score_scale};
}

const std::vector<SelectedPupil>& SchoolRecords::selected(const Selection& selection) const {
    const auto [place, is_new] =
        m_selected.try_emplace({selection.year, selection.years_in_total, selection.class_name,
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
    const auto [place, is_new] = m_counts.try_emplace(what_of(definition, selection));
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
        if (definition.basis == Basis::marks && of_pupil.sessions.detail == Detail::totals) continue;
        const Counted counted = definition.count(of_pupil);
        counts[i] = {static_cast<std::int32_t>(counted.numerator),
                     static_cast<std::int32_t>(counted.denominator), counted.known,
                     rests_on(definition, of_pupil, counted)};
    }
    return counts;
}

What what_of(const FigureDefinition& definition, const Selection& selection) {
    std::optional<unsigned> weekday;
    if (selection.weekday) weekday = selection.weekday->c_encoding();
    return {&definition, selection.code, selection.subject, selection.type, weekday};
}

bool rests_on(const FigureDefinition& definition, const PupilRecord& record, const Counted& counted) {
    if (is_attendance(definition.basis)) return record.sessions.possible > 0;
    if (definition.basis == Basis::results) return counted.known && counted.denominator > 0;
    return true;
}

} // namespace termbook
