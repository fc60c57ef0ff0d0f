// SPDX-License-Identifier: MPL-2.0
#include "core/disclosure/suppression.hpp"
#include "core/figures/tally.hpp"

#include <map>
#include <string>

namespace termbook {

namespace {

/// A pupil's place in one dimension, as a text; none when it is in no group that pages show.
using Key = std::optional<std::string>;

/// Splits a total that pages also show into the groups that add up to it, and tells whether the one asked for
/// must be withheld. `key_of` is Key(school, pupil, enrolment).
template<typename KeyOf>
bool withheld_among(const Selection& total, const std::string& own_key, const FigureDefinition& definition,
                    const RecordsOf& records_of, std::int64_t threshold, KeyOf key_of) {
    std::map<std::string, Part> groups;
    Part in_no_group{0, false};
    for (const School* school : total.schools) {
        const SchoolRecords& records = records_of(*school, total.period);
        if (!records.has(definition.basis)) continue;
        each_selected(
            *school, total,
            [&](std::size_t i, const Pupil& pupil, const Enrolment& enrolment, Membership membership) {
                if (membership != Membership::in) return;
                const PupilRecord record = records.record(i, enrolment, total, definition.basis);
                if (!rests_on(definition, record, definition.count(record))) return;
                const Key key = key_of(*school, pupil, enrolment);
                ++(key ? groups[*key] : in_no_group).pupils;
            });
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

Key unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : Key(text);
}

/// A trust's page shows the total of what its schools' pages show one by one. Classes and houses are told
/// with their school, so that they have no such total.
bool withheld_among_schools(const Trust& trust, const Selection& selection,
                            const FigureDefinition& definition, const RecordsOf& records_of,
                            std::int64_t threshold) {
    if (selection.whole_trust || trust.schools.size() < 2 || selection.class_name || selection.house)
        return false;
    Selection total = selection;
    total.schools.clear();
    for (const School& school : trust.schools)
        total.schools.push_back(&school);
    return withheld_among(
        total, selection.schools.front()->urn, definition, records_of, threshold,
        [](const School& school, const Pupil&, const Enrolment&) { return Key(school.urn); });
}

} // namespace

bool is_withheld(const Trust& trust, const Selection& selection, const FigureDefinition& definition,
                 const RecordsOf& records_of, std::int64_t threshold) {
    if (threshold <= 0) return false;
    if (withheld_among_schools(trust, selection, definition, records_of, threshold)) return true;
    const auto among = [&](auto dimension, const std::string& own_key, auto key_of) {
        Selection total = selection;
        (total.*dimension).reset();
        return withheld_among(total, own_key, definition, records_of, threshold, key_of);
    };
    Tally own;
    for (const School* school : selection.schools)
        own.add(tally(records_of(*school, selection.period), selection, definition));
    if (own.resting > 0 && own.resting < threshold) return true;
    const bool counted_apart = selection.statutory_years && selection.year && !selection.year->is_statutory();
    if (selection.year && !counted_apart &&
        among(&Selection::year, year_group_key(*selection.year),
              [](const School&, const Pupil&, const Enrolment& enrolment) {
                  return enrolment.year ? Key(year_group_key(*enrolment.year)) : std::nullopt;
              }))
        return true;
    if (selection.class_name && among(&Selection::class_name, *selection.class_name,
                                      [](const School&, const Pupil&, const Enrolment& enrolment) {
                                          return unless_empty(enrolment.class_name);
                                      }))
        return true;
    if (selection.house && among(&Selection::house, *selection.house,
                                 [](const School&, const Pupil&, const Enrolment& enrolment) {
                                     return unless_empty(enrolment.house);
                                 }))
        return true;
    if (selection.ethnicity && among(&Selection::ethnicity, *selection.ethnicity,
                                     [](const School&, const Pupil& pupil, const Enrolment&) {
                                         return unless_empty(pupil.ethnicity);
                                     }))
        return true;
    if (selection.language && among(&Selection::language, *selection.language,
                                    [](const School&, const Pupil& pupil, const Enrolment&) {
                                        return unless_empty(pupil.first_language);
                                    }))
        return true;
    for (std::size_t i = 0; i < selection.groups.size(); ++i) {
        const GroupChoice choice = selection.groups[i];
        Selection total = selection;
        total.groups.erase(total.groups.begin() + static_cast<std::ptrdiff_t>(i));
        const auto key_of = [&](const School&, const Pupil& pupil, const Enrolment& enrolment) {
            const auto has = choice.group->has(pupil, enrolment, *selection.academic_year);
            return has ? Key(GroupChoice{choice.group, !*has}.key()) : std::nullopt;
        };
        if (withheld_among(total, choice.key(), definition, records_of, threshold, key_of)) return true;
    }
    return false;
}

} // namespace termbook
