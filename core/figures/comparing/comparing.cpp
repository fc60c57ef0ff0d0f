// SPDX-License-Identifier: MPL-2.0
#include "core/figures/comparing/comparing.hpp"

#include "core/figures/comparing/published.hpp"
#include "core/figures/comparing/targets.hpp"

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
    if (const auto area = parse_area(request.against))
        return against_published(std::move(own), request, *area);
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

FigureAnswer Comparing::against_published(FigureAnswer own, const FigureRequest& request, Area area) const {
    const Unit unit = difference_of(own.unit);
    const PublishedFigure found =
        find_published(m_trust, *own.definition, m_counting.selection_of(request), area);
    own.title += fmt::format(" against {}", request.against);
    if (found.row) own.title += " " + period_text(*found.row);
    if (own.status == FigureStatus::ok) {
        if (found.row) {
            subtract(own, found.row->value,
                     fmt::format("{} ({} {}: {})", published_text(found.row->value), request.against,
                                 period_text(*found.row), found.row->source));
            add_source(own, found.row->file);
        } else
            withhold(own, FigureStatus::no_data, found.missing);
    }
    own.unit = unit;
    return own;
}

void Comparing::add_source(FigureAnswer& own, std::optional<std::size_t> file) const {
    if (!file) return;
    const SourceFile& source = m_trust.sources[*file];
    own.sources.push_back({source.file, source.sha256, source.rows, source.as_at});
}

FigureAnswer Comparing::against_trust(const FigureAnswer& own, FigureRequest request) const {
    request.against.clear();
    request.selectors["school"] = "trust";
    request.selectors["period"] = own.period.key;
    Selection selection = m_counting.selection_of(request);
    // The trust's figure is for the same days, wherever its own year to date ends.
    if (selection.period.to != own.period.to) {
        selection.period = own.period;
        selection.period.key += " to " + iso_text(own.period.to);
    }
    FigureAnswer compared = difference(own, m_counting.answer(request, selection), m_trust.name);
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
