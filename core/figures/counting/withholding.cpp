// SPDX-License-Identifier: MPL-2.0
#include "core/disclosure/suppression.hpp"
#include "core/figures/counting/tally.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace termbook {

namespace {

/// What pupils in one place of a dimension come to.
struct Placed {
    Part part;
    std::int64_t numerator{0};
    std::int64_t denominator{0};

    void add(const Placed& other) {
        part.pupils += other.part.pupils;
        numerator += other.numerator;
        denominator += other.denominator;
    }
};

/// The pupils of a total by their place in one dimension: a year group, a class, in or out of a group. A key
/// is whatever tells places apart cheaply.
template<typename Key>
struct Split {
    std::map<Key, Placed> groups;
    Placed in_no_group{{0, false}}; ///< pupils in no group that pages show
};

/// Counts one school's pupils of a total by group. `key_of` is optional<Key>(school, pupil, enrolment).
template<typename Key, typename KeyOf>
Split<Key> split(const SchoolRecords& records, const Selection& total, const FigureDefinition& definition,
                 KeyOf key_of) {
    Split<Key> parts;
    if (!records.has(definition.basis)) return parts;
    const std::vector<PupilCount>& counts = records.counts(definition, total);
    const School& school = records.school();
    for (const SelectedPupil& each : records.selected(total)) {
        if (each.membership != Membership::in || !counts[each.pupil].rests) continue;
        const std::optional<Key> key = key_of(school, school.pupils[each.pupil], *each.enrolment);
        const PupilCount& counted = counts[each.pupil];
        (key ? parts.groups[*key] : parts.in_no_group).add({{1}, counted.numerator, counted.denominator});
    }
    return parts;
}

/// A part of which a few pupils would be named counts as a small one, whatever its size.
template<typename Key>
std::vector<Key> withheld_keys(const Split<Key>& split, const FigureDefinition& definition,
                               const Withholding& readers) {
    std::vector<Part> parts;
    for (const auto& [key, placed] : split.groups) {
        Part& part = parts.emplace_back(placed.part);
        part.sensitive = part.sensitive ||
                         (readers.few_named &&
                          names_few(definition, placed.numerator, placed.denominator, readers.threshold));
    }
    parts.push_back(split.in_no_group.part);
    const auto withheld = withheld_parts(parts, readers.threshold);
    std::vector<Key> keys;
    std::size_t i = 0;
    for (const auto& [key, part] : split.groups)
        if (withheld[i++]) keys.push_back(key);
    return keys;
}

/// Splits a total that pages also show into the groups that add up to it, and tells whether the one asked for
/// must be withheld. Of several schools together a group is withheld, too, that any of them withholds: the
/// others' figures, subtracted, would tell it.
template<typename Key, typename KeyOf>
bool withheld_among(const Selection& total, const Key& own_key, const FigureDefinition& definition,
                    const RecordsOf& records_of, const Withholding& readers, KeyOf key_of) {
    Split<Key> all;
    for (const School* school : total.schools) {
        const auto own = split<Key>(records_of(*school, total.period), total, definition, key_of);
        for (const auto& [key, placed] : own.groups)
            all.groups[key].add(placed);
        all.in_no_group.add(own.in_no_group);
        if (total.schools.size() < 2) continue;
        for (const Key& key : withheld_keys(own, definition, readers))
            all.groups[key].part.sensitive = true;
    }
    const auto keys = withheld_keys(all, definition, readers);
    return std::find(keys.begin(), keys.end(), own_key) != keys.end();
}

std::optional<std::string_view> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

} // namespace

std::vector<std::string_view> withheld_schools(const Trust& trust, const Selection& selection,
                                               const FigureDefinition& definition,
                                               const RecordsOf& records_of, const Withholding& readers) {
    Split<std::string_view> schools;
    for (const School& school : trust.schools) {
        const Tally of_school = tally(records_of(school, selection.period), selection, definition);
        if (of_school.resting > 0)
            schools.groups[school.urn] = {{of_school.resting}, of_school.numerator, of_school.denominator};
    }
    return withheld_keys(schools, definition, readers);
}

bool is_withheld(const Selection& selection, const FigureDefinition& definition, const RecordsOf& records_of,
                 std::int64_t resting, const Withholding& readers) {
    if (readers.threshold <= 0) return false;
    const auto among = [&](auto dimension, const auto& own_key, auto key_of) {
        Selection total = selection;
        (total.*dimension).reset();
        return withheld_among(total, own_key, definition, records_of, readers, key_of);
    };
    if (resting > 0 && resting < readers.threshold) return true;
    const bool counted_apart =
        selection.years_in_total && selection.year && !selection.years_in_total->holds(*selection.year);
    if (selection.year && !counted_apart &&
        among(&Selection::year, *selection.year,
              [](const School&, const Pupil&, const Enrolment& enrolment) { return enrolment.year; }))
        return true;
    if (selection.class_name && among(&Selection::class_name, std::string_view(*selection.class_name),
                                      [](const School&, const Pupil&, const Enrolment& enrolment) {
                                          return unless_empty(enrolment.class_name);
                                      }))
        return true;
    if (selection.house && among(&Selection::house, std::string_view(*selection.house),
                                 [](const School&, const Pupil&, const Enrolment& enrolment) {
                                     return unless_empty(enrolment.house);
                                 }))
        return true;
    if (selection.ethnicity && among(&Selection::ethnicity, std::string_view(*selection.ethnicity),
                                     [](const School&, const Pupil& pupil, const Enrolment&) {
                                         return unless_empty(pupil.ethnicity);
                                     }))
        return true;
    if (selection.language && among(&Selection::language, std::string_view(*selection.language),
                                    [](const School&, const Pupil& pupil, const Enrolment&) {
                                        return unless_empty(pupil.first_language);
                                    }))
        return true;
    for (std::size_t i = 0; i < selection.groups.size(); ++i) {
        const GroupChoice choice = selection.groups[i];
        Selection total = selection;
        total.groups.erase(total.groups.begin() + static_cast<std::ptrdiff_t>(i));
        const auto key_of = [&](const School&, const Pupil& pupil, const Enrolment& enrolment) {
            return choice.group->has(pupil, enrolment, *selection.academic_year);
        };
        if (withheld_among(total, !choice.complement, definition, records_of, readers, key_of)) return true;
    }
    return false;
}

} // namespace termbook
