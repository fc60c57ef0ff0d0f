// SPDX-License-Identifier: MPL-2.0
#include "core/figures/tally.hpp"

namespace termbook {

namespace {

void note_attendance(Tally& sum, const PupilSessions& sessions, Basis basis) {
    if (sessions.detail == Detail::nothing) ++sum.without_data;
    if (sessions.detail == Detail::totals && basis == Basis::marks) ++sum.without_detail;
    sum.missing_marks += sessions.missing;
    sum.unknown_marks += sessions.unknown;
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
    not_known += other.not_known;
    missing_marks += other.missing_marks;
    unknown_marks += other.unknown_marks;
}

Tally tally(const SchoolRecords& records, const Selection& selection, const FigureDefinition& definition) {
    Tally sum;
    const std::vector<PupilCount>* counts =
        records.has(definition.basis) ? &records.counts(definition, selection) : nullptr;
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
        const PupilCount& counted = (*counts)[each.pupil];
        if (is_attendance(definition.basis))
            note_attendance(sum, records.sessions().pupil(each.pupil), definition.basis);
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

} // namespace termbook
