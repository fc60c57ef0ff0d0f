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
    const bool any = records.has(definition.basis);
    const auto see = [&](std::size_t index, const Pupil&, const Enrolment& enrolment, Membership membership) {
        if (membership == Membership::not_known) {
            ++sum.not_known;
            return;
        }
        ++sum.pupils;
        if (!any) {
            ++sum.without_data;
            return;
        }
        const PupilRecord record = records.record(index, enrolment, selection, definition.basis);
        const Counted counted = definition.count(record);
        if (is_attendance(definition.basis))
            note_attendance(sum, record.sessions, definition.basis);
        else if (!counted.known)
            ++sum.without_data;
        if (!enrolment.year) ++sum.without_year;
        if (enrolment.reckoned && selection.year) ++sum.reckoned;
        if (rests_on(definition, record, counted)) ++sum.resting;
        sum.numerator += counted.numerator;
        sum.denominator += counted.denominator;
    };
    each_selected(records.school(), selection, see);
    return sum;
}

bool names_few(const FigureDefinition& definition, std::int64_t numerator, std::int64_t denominator,
               std::int64_t threshold) {
    if (!definition.counts_pupils) return false;
    const auto few = [&](std::int64_t n) { return n > 0 && n < threshold; };
    return few(numerator) || (denominator > 0 && few(denominator - numerator));
}

bool rests_on(const FigureDefinition& definition, const PupilRecord& record, const Counted& counted) {
    if (is_attendance(definition.basis)) return record.sessions.possible > 0;
    if (definition.basis == Basis::results) return counted.known && counted.denominator > 0;
    return true;
}

} // namespace termbook
