// SPDX-License-Identifier: MPL-2.0
#include "core/figures/comparing/published.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <tuple>

namespace termbook {

namespace {

using std::chrono::days;

/// A published week ends on a Sunday, a school's on a Friday or before.
constexpr days same_week{6};

std::string groups_of(const Selection& selection) {
    std::string group;
    for (const GroupChoice& choice : selection.groups)
        group += (group.empty() ? "" : ",") + choice.key();
    return group;
}

/// "autumn" of a season; "year" of a year, whole or to date; nothing for what nobody publishes.
std::string published_period(const Period& period) {
    const std::string word = period.key.substr(0, period.key.find('@'));
    if (word == "ytd" || word == "year") return "year";
    return word == "autumn" || word == "spring" || word == "summer" ? word : std::string();
}

/// What all the selected schools share; empty where they do not.
template<typename Of>
auto shared(const Selection& selection, Of of) {
    const auto first = of(*selection.schools.front());
    const bool same = std::all_of(selection.schools.begin(), selection.schools.end(),
                                  [&](const School* school) { return of(*school) == first; });
    return same ? first : decltype(first){};
}

/// Nothing is published of the pupils whom these selectors mean.
bool is_too_fine(const Selection& selection) {
    return selection.code || selection.year || selection.class_name || selection.house ||
           selection.ethnicity || selection.language || selection.type || selection.weekday;
}

/// What a row must be of to be compared with a selection.
struct Wanted {
    const FigureDefinition& figure;
    const Selection& selection;
    Area area;
    std::string local_authority;
    std::optional<Phase> phase;
    std::string group;
    std::string subject;
    std::string period;

    bool is_of_place(const Comparator& row) const {
        if (row.area == Area::local)
            return row.local_authority.empty() || row.local_authority == local_authority;
        if (row.area == Area::school)
            return selection.schools.size() == 1 && row.school == selection.schools.front()->urn;
        return true;
    }

    bool is_of_year(const Comparator& row) const {
        const std::string& own = selection.academic_year->name;
        return area == Area::school ? row.year == own : row.year <= own;
    }

    bool fits(const Comparator& row) const {
        return row.figure == figure.key && row.area == area && row.period == period &&
               row.subject == subject && row.group == group && (!row.phase || row.phase == phase) &&
               is_of_place(row) && is_of_year(row);
    }

    /// How well a row does, the better the greater.
    auto rank(const Comparator& row) const {
        const Date end = row.up_to.value_or(
            row.year == selection.academic_year->name ? selection.academic_year->to : Date::max());
        const bool later = row.year == selection.academic_year->name && end > selection.period.to + same_week;
        const auto nearness = later ? -end.time_since_epoch() : end.time_since_epoch();
        return std::tuple(row.year, row.phase.has_value(), row.origin == ComparatorOrigin::workspace, !later,
                          nearness, row.origin);
    }
};

std::string why_missing(const Trust& trust, const Wanted& wanted) {
    if (wanted.area == Area::school)
        return wanted.selection.schools.size() == 1 ? "no published figure of the school for this year"
                                                    : "no published figure: only schools have one";
    if (wanted.area == Area::national) return "no national figure";
    const bool any_stated = std::any_of(trust.schools.begin(), trust.schools.end(),
                                        [](const School& school) { return !school.local_authority.empty(); });
    if (!any_stated) return "no local figure: termbook.xml names no local-authority";
    return wanted.local_authority.empty() ? "no local figure: the schools are not of one local authority"
                                          : "no local figure";
}

} // namespace

PublishedFigure find_published(const Trust& trust, const FigureDefinition& figure, const Selection& selection,
                               Area area) {
    const std::string& year = selection.academic_year->name;
    if (area != Area::school && !figure.published_until.empty() && year > figure.published_until)
        return {nullptr, fmt::format("no {} figure: none is published since {}", to_string(area),
                                     figure.published_until)};
    const Wanted wanted{figure,
                        selection,
                        area,
                        shared(selection, [](const School& school) { return school.local_authority; }),
                        shared(selection, [](const School& school) { return school.phase; }),
                        groups_of(selection),
                        selection.subject.value_or(""),
                        published_period(selection.period)};
    const Comparator* best = nullptr;
    if (!is_too_fine(selection))
        for (const Comparator& row : trust.comparators)
            if (wanted.fits(row) && (!best || wanted.rank(*best) < wanted.rank(row))) best = &row;
    return {best, best ? std::string() : why_missing(trust, wanted)};
}

std::string published_text(double value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string period_text(const Comparator& row) {
    std::string text = row.period == "year" ? row.year : fmt::format("{} {}", row.period, row.year);
    if (row.up_to) text += " to " + long_text(*row.up_to);
    return text;
}

} // namespace termbook
