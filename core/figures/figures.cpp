// SPDX-License-Identifier: MPL-2.0
#include "core/figures/figures.hpp"

#include "core/figures/checking.hpp"
#include "core/figures/comparing/comparing.hpp"
#include "core/figures/comparing/targets.hpp"
#include "core/figures/counting/counting.hpp"
#include "core/figures/members/members.hpp"

#include <fmt/format.h>

namespace termbook {

namespace {

std::string disclosure_note(Audience audience, const Trust& trust) {
    if (audience == Audience::staff) return "For staff: nothing is withheld";
    if (trust.disclosure_threshold <= 0) return "Nothing is withheld";
    return fmt::format("For {}: groups of fewer than {} pupils are withheld, and what would tell of them",
                       audience == Audience::public_ ? "anybody" : "governors", trust.disclosure_threshold);
}

} // namespace

struct Figures::State {
    State(const Trust& loaded, FigureOptions chosen)
        : trust(loaded), options(std::move(chosen)), counting(trust, options), comparing(trust, counting) {}

    const Trust& trust;
    const FigureOptions options;
    const Counting counting;
    const Comparing comparing;
};

Figures::Figures(const Trust& trust, FigureOptions options)
    : m_state(std::make_unique<State>(trust, std::move(options))) {}
Figures::~Figures() = default;
Figures::Figures(Figures&&) noexcept = default;

void Figures::check(const FigureRequest& request) const {
    const FigureDefinition& definition = definition_of(request.figure);
    check_request(request, definition, m_state->counting.selection_of(request), m_state->trust.codes);
}

FigureAnswer Figures::answer(const FigureRequest& request) const {
    check(request);
    return m_state->comparing.answer(request);
}

std::vector<Member> Figures::members(std::string_view dimension, const Selectors& scope,
                                     const FigureDefinition* figure) const {
    return dimension_members(m_state->trust, select(m_state->trust, m_state->options, scope), dimension,
                             m_state->counting.records_source(), figure);
}

Fields Figures::fields(const Selectors& scope) const {
    Fields fields = selection_fields(m_state->trust, select(m_state->trust, m_state->options, scope));
    fields["disclosure.note"] = disclosure_note(m_state->options.audience, m_state->trust);
    return fields;
}

std::optional<Target> Figures::target(const FigureRequest& request) const {
    if (request.selectors.contains("gap")) return std::nullopt; // a target is of the figure itself
    return find_target(m_state->trust, select(m_state->trust, m_state->options, request.selectors),
                       request.figure);
}

std::optional<TargetStatus> Figures::target_status(const FigureRequest& request) const {
    const auto aim = target(request);
    FigureRequest plain = request;
    plain.against.clear();
    const FigureAnswer reached = answer(plain);
    if (!aim || !reached.value || !has_target(*reached.definition)) return std::nullopt;
    return judge_target(*aim, *reached.value);
}

std::optional<Period> Figures::off_target_since(const FigureRequest& request) const {
    const auto now = target_status(request);
    if (!now || *now == TargetStatus::on_track) return std::nullopt;
    const auto aim = target(request);
    const FigureDefinition& definition = definition_of(request.figure);
    const bool has_months = is_attendance(definition.basis) || is_of_incidents(definition.basis);
    if (!has_months) return std::nullopt;
    const Selection selection = m_state->counting.selection_of(request);
    const auto months = m_state->trust.calendar.months(selection.period.year, selection.period.to);
    std::optional<Period> since;
    for (auto month = months.rbegin(); month != months.rend() && month->to >= selection.period.from;
         ++month) {
        const auto so_far = m_state->counting.rate_up_to(selection, definition, month->to);
        if (!so_far) continue; // before the first session, or where totals have no dates
        if (judge_target(*aim, *so_far) == TargetStatus::on_track) break;
        since = *month;
    }
    return since;
}

const FigureOptions& Figures::options() const {
    return m_state->options;
}

const std::vector<std::string_view>& Figures::dimensions() {
    static const std::vector<std::string_view> names{
        "school", "year",      "class",    "sex",     "group", "house",  "term",    "month",
        "code",   "ethnicity", "language", "subject", "type",  "reason", "weekday", "kind"};
    return names;
}

const std::vector<std::string_view>& Figures::selector_names() {
    static const std::vector<std::string_view> names{"school",  "year",      "class",    "sex",     "group",
                                                     "gap",     "house",     "code",     "subject", "type",
                                                     "weekday", "ethnicity", "language", "period"};
    return names;
}

} // namespace termbook
