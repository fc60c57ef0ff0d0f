// SPDX-License-Identifier: MPL-2.0
#include "core/figures/comparing/capturing.hpp"

#include "core/figures/comparing/recalling.hpp"
#include "core/figures/groups.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string_view>
#include <utility>

namespace termbook {

namespace {

const FigureOptions as_governors_read{Audience::governors, {}, {}, nullptr};

std::vector<Selectors> selectors_of(const std::vector<Member>& members) {
    std::vector<Selectors> all;
    for (const Member& member : members)
        all.push_back(member.selectors);
    return all;
}

/// All pupils, and each year group.
std::vector<Selectors> year_scopes(const Figures& figures, const Selectors& scope) {
    std::vector<Selectors> scopes{{}};
    for (Selectors& year : selectors_of(figures.members("year", scope)))
        scopes.push_back(std::move(year));
    return scopes;
}

/// Each group that has members, and the other pupils.
std::vector<Selectors> group_scopes(const Figures& figures, const Selectors& scope) {
    std::vector<Selectors> scopes;
    for (const std::string dimension : {"sex", "group"})
        for (const Member& member : figures.members(dimension, scope)) {
            const GroupChoice group = parse_group(member.selectors.at(dimension));
            scopes.push_back({{"group", group.key()}});
            scopes.push_back({{"group", group.opposite().key()}});
        }
    return scopes;
}

/// By what the pupils are split: a group and its complement are the parts of one split.
std::string split_of(const Selection& selection) {
    std::vector<std::string_view> by;
    const auto add = [&](std::string_view name, bool is_split) {
        if (is_split) by.push_back(name);
    };
    add("year", selection.year.has_value());
    add("class", selection.class_name.has_value());
    add("house", selection.house.has_value());
    add("ethnicity", selection.ethnicity.has_value());
    add("language", selection.language.has_value());
    for (const GroupChoice& choice : selection.groups)
        by.push_back(choice.group->key);
    return fmt::format("{}", fmt::join(by, ","));
}

} // namespace

std::vector<std::string> periods_to_capture(const Trust& trust) {
    const Figures figures(trust, as_governors_read);
    const Calendar& calendar = trust.calendar;
    const std::size_t year = select(trust, as_governors_read, {}).period.year;
    const std::string& name = calendar.years()[year].name;
    std::vector<std::string> keys;
    const auto add = [&](std::string key) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
    };
    const auto terms = selectors_of(figures.members("term", {{"period", "year@" + name}}));
    for (const Selectors& term : terms)
        add(calendar.shared_key(calendar.resolve(term.at("period"), year, {})));
    for (std::size_t i = 0; i < terms.size(); ++i)
        for (const auto& [word, season] : season_names)
            if (calendar.years()[year].terms[i].season == season)
                add(calendar.shared_key(calendar.resolve(word, year, {})));
    add("year@" + name);
    return keys;
}

Capturing::Capturing(const Trust& trust)
    : m_trust(trust), m_pack(trust), m_figures(trust, {Audience::governors, {}, {}, &m_pack}) {}

void Capturing::add_all(const std::string& school, const std::string& period) {
    const Selectors scope{{"school", school}, {"period", period}};
    const auto years = year_scopes(m_figures, scope);
    auto all = years;
    for (Selectors& group : group_scopes(m_figures, scope))
        all.push_back(std::move(group));
    const auto subjects = selectors_of(m_figures.members("subject", scope));
    for (const FigureDefinition& definition : catalogue()) {
        const FigureRequest request{std::string(definition.key), scope, {}};
        std::vector<Selectors> variants{{}};
        if (definition.needs_subject) variants = subjects;
        if (definition.needs_code) variants = selectors_of(m_figures.members("code", scope, &definition));
        for (const Selectors& variant : variants) {
            FigureRequest of_variant = request;
            of_variant.selectors.insert(variant.begin(), variant.end());
            add_with(of_variant, definition.needs_code ? years : all);
        }
    }
}

/// Where the exports do not answer for all pupils they do not answer for some.
void Capturing::add_with(const FigureRequest& request, const std::vector<Selectors>& scopes) {
    for (const Selectors& scope : scopes) {
        FigureRequest each = request;
        each.selectors.insert(scope.begin(), scope.end());
        if (!add_plain(each) && scope.empty()) return;
    }
}

void Capturing::add(const std::string& school, const std::string& period, FigureRequest request) {
    request.against.clear();
    request.selectors.try_emplace("school", school);
    request.selectors.try_emplace("period", period);
    m_figures.check(request);
    const auto gap = request.selectors.extract("gap");
    if (!gap) {
        add_plain(request);
        return;
    }
    const GroupChoice choice = parse_group(gap.mapped());
    for (const GroupChoice& side : {choice, choice.opposite()}) {
        FigureRequest of_side = request;
        std::string& groups = of_side.selectors["group"];
        groups += (groups.empty() ? "" : ",") + side.key();
        add_plain(of_side);
    }
}

/// Says whether there was anything to capture.
bool Capturing::add_plain(const FigureRequest& request) {
    if (m_figures.answer(request).status == FigureStatus::no_data) return false;
    m_added.push_back(request);
    return true;
}

const Captures& Capturing::captured() {
    m_pack.solve();
    m_captured = {};
    for (const FigureRequest& request : m_added)
        keep(m_figures.answer(request));
    return m_captured;
}

void Capturing::keep(const FigureAnswer& answer) {
    const Selection selection = select(m_trust, as_governors_read, answer.request.selectors);
    CapturedFigure figure;
    figure.mark = captured_mark(m_trust, answer.request, selection);
    figure.figure = answer.request.figure;
    figure.school = answer.request.selectors.at("school");
    figure.year = selection.academic_year->name;
    figure.period = m_trust.calendar.shared_key(selection.period);
    figure.from = answer.period.from;
    figure.to = answer.period.to;
    figure.split = split_of(selection);
    figure.unit = to_string(answer.unit);
    figure.status = to_string(answer.status);
    figure.value = answer.value;
    figure.numerator = answer.numerator;
    figure.denominator = answer.denominator;
    figure.pupils = answer.pupils;
    figure.definition = version_of(*answer.definition);
    figure.threshold = m_trust.disclosure_threshold;
    figure.schools_with = answer.schools_with;
    figure.schools_asked = answer.schools_asked;
    figure.left_out = answer.left_out;
    std::vector<CapturedSource> sources;
    for (const FigureSource& source : answer.sources)
        sources.push_back({source.file, source.sha256, source.rows, source.as_at});
    figure.sources = m_captured.sources_index(std::move(sources));
    m_captured.add(std::move(figure));
}

} // namespace termbook
