// SPDX-License-Identifier: MPL-2.0
#include "core/figures/counting/tally.hpp"

#include <algorithm>

namespace termbook {

namespace {

void note_attendance(Tally& sum, const PupilSessions& sessions, Basis basis) {
    if (sessions.detail == Detail::nothing) ++sum.without_data;
    if (sessions.detail == Detail::totals) ++(basis == Basis::marks ? sum.without_detail : sum.by_totals);
    sum.missing_marks += sessions.missing;
    sum.unknown_marks += sessions.unknown;
}

void note_incidents(Tally& sum, std::span<const Incident> incidents, bool known, Basis basis) {
    const auto kind = incidents_of(basis);
    if (!known) ++sum.without_length;
    sum.set_aside += std::count_if(incidents.begin(), incidents.end(),
                                   [&](const Incident& each) { return each.kind == kind && !each.stands; });
}

Tally tally_staff(const SchoolRecords& records, const FigureDefinition& definition) {
    Tally sum;
    for (const StaffRecord& record : records.staff()) {
        const Counted counted = definition.count_staff(record);
        ++sum.pupils;
        if (counted.known)
            ++sum.resting;
        else
            ++(record.undated ? sum.without_detail : sum.without_data);
        sum.numerator += counted.numerator;
        sum.denominator += counted.denominator;
    }
    return sum;
}

/// A share of the pupils on roll can be told only where there is a list of them.
bool wants_list(const FigureDefinition& definition) {
    return is_of_incidents(definition.basis) && definition.unit == Unit::percent;
}

} // namespace

void Tally::add(const Tally& other) {
    numerator += other.numerator;
    denominator += other.denominator;
    pupils += other.pupils;
    resting += other.resting;
    without_year += other.without_year;
    reckoned += other.reckoned;
    without_data += other.without_data;
    without_detail += other.without_detail;
    by_totals += other.by_totals;
    not_known += other.not_known;
    missing_marks += other.missing_marks;
    unknown_marks += other.unknown_marks;
    set_aside += other.set_aside;
    without_length += other.without_length;
}

Tally tally(const SchoolRecords& records, const Selection& selection, const FigureDefinition& definition) {
    if (is_of_staff(definition.basis)) return tally_staff(records, definition);
    Tally sum;
    const std::vector<PupilCount>* counts =
        records.has(definition.basis) ? &records.counts(definition, selection) : nullptr;
    const bool without_list = counts && wants_list(definition) && !records.has_list();
    for (const SelectedPupil& each : records.selected(selection)) {
        if (each.membership == Membership::not_known) {
            ++sum.not_known;
            continue;
        }
        ++sum.pupils;
        if (!counts) {
            ++sum.without_data;
            continue;
        }
        if (without_list) ++sum.without_detail;
        const PupilCount& counted = (*counts)[each.pupil];
        if (is_attendance(definition.basis))
            note_attendance(sum, records.sessions().pupil(each.pupil), definition.basis);
        else if (is_of_incidents(definition.basis))
            note_incidents(sum, records.incidents(each.pupil), counted.known, definition.basis);
        else if (!counted.known)
            ++sum.without_data;
        if (!each.enrolment->year) ++sum.without_year;
        if (each.enrolment->reckoned && selection.year) ++sum.reckoned;
        if (counted.rests) ++sum.resting;
        sum.numerator += counted.numerator;
        sum.denominator += counted.denominator;
    }
    return sum;
}

bool names_few(const FigureDefinition& definition, std::int64_t numerator, std::int64_t denominator,
               std::int64_t threshold) {
    if (!definition.counts_pupils) return false;
    const auto few = [&](std::int64_t n) { return n > 0 && n < threshold; };
    return few(numerator) || (denominator > 0 && few(denominator - numerator));
}

} // namespace termbook
