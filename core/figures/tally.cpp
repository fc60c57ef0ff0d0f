// SPDX-License-Identifier: MPL-2.0
#include "core/figures/tally.hpp"

#include "core/disclosure/suppression.hpp"

#include <map>

namespace termbook {

namespace {

/// The groups beside a selection that add up to a total which pages also show. The key of a pupil's group, or
/// none when the pupil is in no group that is shown.
using GroupKey = std::function<std::optional<std::string>(const Pupil&)>;

bool withheld_among(const Selection& total, const std::string& own_key, const GroupKey& key_of,
                    const CountsOf& counts_of, std::int64_t threshold) {
    std::map<std::string, Part> groups;
    Part in_no_group{0, false};
    for (const School* school : total.schools) {
        const SessionCounts& counts = counts_of(*school, total.period);
        for (std::size_t i = 0; i < school->pupils.size(); ++i) {
            if (!total.includes(school->pupils[i]) || counts.pupil(i).possible == 0) continue;
            const auto key = key_of(school->pupils[i]);
            ++(key ? groups[*key] : in_no_group).pupils;
        }
    }
    std::vector<Part> parts;
    std::size_t own = 0;
    for (const auto& [key, part] : groups) {
        if (key == own_key) own = parts.size();
        parts.push_back(part);
    }
    if (!groups.contains(own_key)) return false;
    parts.push_back(in_no_group);
    return withheld_parts(parts, threshold)[own];
}

std::optional<std::string> year_of(const Pupil& pupil) {
    if (!pupil.year) return std::nullopt;
    return year_group_key(*pupil.year);
}

std::optional<std::string> class_of(const Pupil& pupil) {
    if (pupil.class_name.empty()) return std::nullopt;
    return pupil.class_name;
}

std::optional<std::string> sex_of(const Pupil& pupil) {
    if (!pupil.sex) return std::nullopt;
    return std::string(sex_key(*pupil.sex));
}

std::int64_t pupils_with_sessions(const Selection& selection, const CountsOf& counts_of) {
    std::int64_t pupils = 0;
    for (const School* school : selection.schools) {
        const SessionCounts& counts = counts_of(*school, selection.period);
        for (std::size_t i = 0; i < school->pupils.size(); ++i)
            if (selection.includes(school->pupils[i]) && counts.pupil(i).possible > 0) ++pupils;
    }
    return pupils;
}

} // namespace

void Tally::add(const Tally& other) {
    numerator += other.numerator;
    denominator += other.denominator;
    pupils += other.pupils;
    with_sessions += other.with_sessions;
    without_year += other.without_year;
    without_data += other.without_data;
    without_detail += other.without_detail;
    missing_marks += other.missing_marks;
    unknown_marks += other.unknown_marks;
}

Tally tally(const School& school, const SessionCounts& counts, const Selection& selection,
            const AttendanceRule& rule) {
    Tally sum;
    for (std::size_t i = 0; i < school.pupils.size(); ++i) {
        if (!selection.includes(school.pupils[i])) continue;
        const PupilSessions& sessions = counts.pupil(i);
        ++sum.pupils;
        if (!school.pupils[i].year) ++sum.without_year;
        if (sessions.detail == Detail::nothing) ++sum.without_data;
        if (sessions.detail == Detail::totals && rule.needs == Detail::marks) ++sum.without_detail;
        if (sessions.possible > 0) ++sum.with_sessions;
        sum.missing_marks += sessions.missing;
        sum.unknown_marks += sessions.unknown;
        const std::int64_t of_code = selection.code ? counts.sessions_of(i, *selection.code) : 0;
        const Counted counted = rule.count(sessions, of_code);
        sum.numerator += counted.numerator;
        sum.denominator += counted.denominator;
    }
    return sum;
}

bool is_withheld(const Selection& selection, const CountsOf& counts_of, std::int64_t threshold) {
    if (threshold <= 0) return false;
    const std::int64_t own = pupils_with_sessions(selection, counts_of);
    if (own > 0 && own < threshold) return true;
    if (selection.year && selection.year->is_statutory()) {
        Selection total = selection;
        total.year.reset();
        if (withheld_among(total, year_group_key(*selection.year), year_of, counts_of, threshold))
            return true;
    }
    if (selection.class_name) {
        Selection total = selection;
        total.class_name.reset();
        if (withheld_among(total, *selection.class_name, class_of, counts_of, threshold)) return true;
    }
    if (selection.sex) {
        Selection total = selection;
        total.sex.reset();
        if (withheld_among(total, std::string(sex_key(*selection.sex)), sex_of, counts_of, threshold))
            return true;
    }
    return false;
}

} // namespace termbook
