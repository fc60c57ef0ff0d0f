// SPDX-License-Identifier: MPL-2.0
#include "core/disclosure/suppression.hpp"
#include "core/figures/tally.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace termbook {

namespace {

/// A pupil's place in one dimension, as a text; none when it is in no group that pages show.
using Key = std::optional<std::string>;

using Groups = std::map<std::string, Part>;

struct Split {
    Groups groups;
    Part in_no_group{0, false};
};

/// Counts one school's pupils of a total by group. `key_of` is Key(school, pupil, enrolment).
template<typename KeyOf>
Split split(const SchoolRecords& records, const Selection& total, const FigureDefinition& definition,
            KeyOf key_of) {
    Split parts;
    if (!records.has(definition.basis)) return parts;
    const auto see = [&](std::size_t i, const Pupil& pupil, const Enrolment& enrolment,
                         Membership membership) {
        if (membership != Membership::in) return;
        const PupilRecord record = records.record(i, enrolment, total, definition.basis);
        if (!rests_on(definition, record, definition.count(record))) return;
        const Key key = key_of(records.school(), pupil, enrolment);
        ++(key ? parts.groups[*key] : parts.in_no_group).pupils;
    };
    each_selected(records.school(), total, see);
    return parts;
}

std::vector<std::string> withheld_keys(const Split& split, std::int64_t threshold) {
    std::vector<Part> parts;
    for (const auto& [key, part] : split.groups)
        parts.push_back(part);
    parts.push_back(split.in_no_group);
    const auto withheld = withheld_parts(parts, threshold);
    std::vector<std::string> keys;
    std::size_t i = 0;
    for (const auto& [key, part] : split.groups)
        if (withheld[i++]) keys.push_back(key);
    return keys;
}

/// Splits a total that pages also show into the groups that add up to it, and tells whether the one asked for
/// must be withheld. Of several schools together a group is withheld, too, that any of them withholds: the
/// others' figures, subtracted, would tell it.
template<typename KeyOf>
bool withheld_among(const Selection& total, const std::string& own_key, const FigureDefinition& definition,
                    const RecordsOf& records_of, std::int64_t threshold, KeyOf key_of) {
    Split all;
    for (const School* school : total.schools) {
        const Split own = split(records_of(*school, total.period), total, definition, key_of);
        for (const auto& [key, part] : own.groups)
            all.groups[key].pupils += part.pupils;
        all.in_no_group.pupils += own.in_no_group.pupils;
        if (total.schools.size() < 2) continue;
        for (const std::string& key : withheld_keys(own, threshold))
            all.groups[key].sensitive = true;
    }
    const auto keys = withheld_keys(all, threshold);
    return std::find(keys.begin(), keys.end(), own_key) != keys.end();
}

Key unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : Key(text);
}

/// A trust's page shows the total of what its schools' pages show one by one: a school of a few pupils cannot
/// be withheld alone.
bool withheld_among_schools(const Trust& trust, const Selection& selection,
                            const FigureDefinition& definition, const RecordsOf& records_of,
                            std::int64_t threshold) {
    const bool whole_school = !selection.year && !selection.class_name && !selection.house &&
                              !selection.ethnicity && !selection.language && selection.groups.empty();
    if (selection.whole_trust || trust.schools.size() < 2 || !whole_school) return false;
    Split schools;
    for (const School& school : trust.schools) {
        const Split own =
            split(records_of(school, selection.period), selection, definition,
                  [](const School& each, const Pupil&, const Enrolment&) { return Key(each.urn); });
        for (const auto& [urn, part] : own.groups)
            schools.groups[urn] = part;
    }
    const auto keys = withheld_keys(schools, threshold);
    return std::find(keys.begin(), keys.end(), selection.schools.front()->urn) != keys.end();
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
