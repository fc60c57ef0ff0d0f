// SPDX-License-Identifier: MPL-2.0
#include "core/figures/comparing.hpp"

#include "core/figures/targets.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook {

namespace {

/// Turns a figure into its difference from another value.
void subtract(FigureAnswer& own, double other, std::string_view other_words) {
    own.working = fmt::format("{} against {}", display(own), other_words);
    own.value = *own.value - other;
    own.unit = difference_of(own.unit);
    own.numerator.reset();
    own.denominator.reset();
    own.pupils.reset();
}

/// Turns a figure into its difference from another; which has no value if either has none.
FigureAnswer difference(FigureAnswer own, const FigureAnswer& other, std::string_view other_name) {
    if (own.status != FigureStatus::ok) return own;
    if (other.status != FigureStatus::ok) {
        withhold(own, other.status, fmt::format("{}: {}", other_name, other.reason));
        own.unit = difference_of(own.unit);
        return own;
    }
    for (const FigureSource& source : other.sources) {
        const bool known = std::any_of(own.sources.begin(), own.sources.end(), [&](const FigureSource& each) {
            return each.file == source.file && each.sha256 == source.sha256;
        });
        if (!known) own.sources.push_back(source);
    }
    subtract(own, *other.value, fmt::format("{} ({})", display(other), other_name));
    return own;
}

/// Published figures come with so many decimals as they have.
std::string published_text(double value) {
    return fmt::format("{:g}", value);
}

bool fits(const Comparator& row, const FigureRequest& request, const Selection& selection,
          std::string_view area, const std::string& period) {
    if (row.figure != request.figure || to_string(row.area) != area || row.period != period) return false;
    if (row.subject != selection.subject.value_or("")) return false;
    std::string group;
    for (const GroupChoice& choice : selection.groups)
        group += (group.empty() ? "" : ",") + choice.key();
    return row.group == group && !selection.code && !selection.year && !selection.class_name;
}

/// "autumn" of a season; "year" of a year, whole or to date; nothing for what nobody publishes.
std::string published_period(const Period& period) {
    const std::string word = period.key.substr(0, period.key.find('@'));
    if (word == "ytd" || word == "year") return "year";
    return word == "autumn" || word == "spring" || word == "summer" ? word : std::string();
}

/// The phase that all the selected schools share.
std::optional<Phase> phase_of(const Selection& selection) {
    const auto phase = selection.schools.front()->phase;
    const bool shared = std::all_of(selection.schools.begin(), selection.schools.end(),
                                    [&](const School* school) { return school->phase == phase; });
    return shared ? phase : std::nullopt;
}

/// The newest row that fits and is not later than the period's year; one for the phase goes before one for
/// all schools.
const Comparator* find_published(const Trust& trust, const FigureRequest& request,
                                 const Selection& selection) {
    const std::string period = published_period(selection.period);
    const auto phase = phase_of(selection);
    const Comparator* best = nullptr;
    for (const Comparator& row : trust.comparators) {
        if (!fits(row, request, selection, request.against, period)) continue;
        if (row.year > selection.academic_year->name || (row.phase && row.phase != phase)) continue;
        const auto rank = [](const Comparator& each) { return std::pair(each.year, each.phase.has_value()); };
        if (!best || rank(*best) < rank(row)) best = &row;
    }
    return best;
}

} // namespace

FigureAnswer Comparing::plain(FigureRequest request) const {
    request.against.clear();
    return m_counting.answer(request, m_counting.selection_of(request));
}

FigureAnswer Comparing::answer(const FigureRequest& request) const {
    if (const auto group = request.selectors.find("gap"); group != request.selectors.end())
        return gap(request, group->second);
    FigureAnswer own = plain(request);
    if (request.against.empty()) return own;
    own.request.against = request.against;
    if (request.against == "target") return against_target(std::move(own), request);
    if (request.against == "national" || request.against == "local")
        return against_published(std::move(own), request);
    if (request.against == "trust") return against_trust(own, request);
    return against_earlier(own, request);
}

FigureAnswer Comparing::gap(const FigureRequest& request, std::string_view group) const {
    const GroupChoice choice = parse_group(group);
    const auto of = [&](GroupChoice members) {
        FigureRequest side = request;
        side.selectors.erase("gap");
        std::string& groups = side.selectors["group"];
        groups += (groups.empty() ? "" : ",") + members.key();
        return plain(side);
    };
    FigureAnswer others = of(choice.opposite());
    others.request = request;
    others.request.selectors = resolved(m_counting.selection_of(request), request.selectors);
    others.title = fmt::format("{}: gap, {}", others.definition->title, choice.title());
    others.who = in_words(m_trust, m_counting.selection_of(request));
    FigureAnswer gap = difference(std::move(others), of(choice), choice.title());
    gap.unit = difference_of(gap.definition->unit);
    return gap;
}

FigureAnswer Comparing::against_target(FigureAnswer own, const FigureRequest& request) const {
    own.title += " against target";
    const Unit unit = difference_of(own.unit);
    if (own.status == FigureStatus::ok) {
        const auto aim = find_target(m_trust, m_counting.selection_of(request), request.figure);
        if (aim)
            subtract(own, aim->value, fmt::format("{:g} (target)", aim->value));
        else
            withhold(own, FigureStatus::no_data, "no target is set for this in termbook.xml");
    }
    own.unit = unit;
    return own;
}

FigureAnswer Comparing::against_published(FigureAnswer own, const FigureRequest& request) const {
    const Unit unit = difference_of(own.unit);
    const Selection selection = m_counting.selection_of(request);
    const Comparator* row = find_published(m_trust, request, selection);
    own.title += fmt::format(" against {}{}", request.against, row ? " " + row->year : "");
    if (own.status == FigureStatus::ok) {
        if (row)
            subtract(own, row->value,
                     fmt::format("{} ({} {}: {})", published_text(row->value), request.against, row->year,
                                 row->source));
        else
            withhold(own, FigureStatus::no_data, fmt::format("no {} figure", request.against));
    }
    own.unit = unit;
    return own;
}

FigureAnswer Comparing::against_trust(const FigureAnswer& own, FigureRequest request) const {
    request.selectors["school"] = "trust";
    // The trust's figure is for the same days, wherever its own year to date ends.
    request.selectors["period"] = own.period.key;
    FigureAnswer compared = difference(own, plain(request), m_trust.name);
    compared.title += " against the trust";
    compared.unit = difference_of(compared.definition->unit);
    return compared;
}

FigureAnswer Comparing::against_earlier(const FigureAnswer& own, FigureRequest request) const {
    const bool previous = request.against == "previous";
    const auto earlier =
        previous ? m_trust.calendar.before(own.period) : m_trust.calendar.a_year_before(own.period);
    FigureAnswer compared = own;
    if (earlier) {
        request.against.clear();
        Selection selection = m_counting.selection_of(request);
        selection.period = *earlier;
        selection.academic_year = &m_trust.calendar.years()[earlier->year];
        compared = difference(own, m_counting.answer(request, selection), earlier->name);
    } else if (own.status == FigureStatus::ok) {
        withhold(compared, FigureStatus::no_data, "the period before is in no <year> of termbook.xml");
    }
    compared.title += previous ? " against the period before" : " against a year ago";
    compared.unit = difference_of(compared.definition->unit);
    return compared;
}

} // namespace termbook
