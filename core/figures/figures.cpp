// SPDX-License-Identifier: MPL-2.0
#include "core/figures/figures.hpp"

#include "core/figures/counting.hpp"
#include "core/figures/members.hpp"
#include "core/figures/request_check.hpp"
#include "core/figures/selection.hpp"
#include "core/figures/targets.hpp"

#include <utility>

namespace termbook {

struct Figures::State {
    State(const Trust& of, FigureOptions asked)
        : trust(of), options(std::move(asked)), counting(of, options.audience) {}

    Selection select(const Selectors& selectors) const { return termbook::select(trust, options, selectors); }

    const Trust& trust;
    FigureOptions options;
    Counting counting;
};

Figures::Figures(const Trust& trust, FigureOptions options)
    : m_state(std::make_unique<State>(trust, std::move(options))) {}
Figures::~Figures() = default;
Figures::Figures(Figures&&) noexcept = default;

void Figures::check(const FigureRequest& request) const {
    definition_of(request.figure); // a wrong name is told before wrong selectors
    check_request(request, m_state->select(request.selectors), m_state->trust.codes);
}

FigureAnswer Figures::answer(const FigureRequest& request) const {
    check(request);
    FigureAnswer answer = m_state->counting.count(request, m_state->select(request.selectors));
    if (request.against.empty() || answer.status != FigureStatus::ok) return answer;
    const auto aim = target(request);
    if (aim)
        answer.value = *answer.value - aim->value;
    else
        withhold(answer, FigureStatus::no_data, "no target is set for this in termbook.xml");
    return answer;
}

std::vector<Member> Figures::members(std::string_view dimension, const Selectors& scope, Unit unit) const {
    return dimension_members(m_state->trust, m_state->select(scope), dimension,
                             m_state->counting.counts_source(), unit);
}

Fields Figures::fields(const Selectors& scope) const {
    return selection_fields(m_state->trust, m_state->select(scope));
}

std::optional<Target> Figures::target(const FigureRequest& request) const {
    return find_target(m_state->trust, m_state->select(request.selectors), request.figure);
}

std::optional<TargetStatus> Figures::target_status(const FigureRequest& request) const {
    const auto aim = target(request);
    FigureRequest plain = request;
    plain.against.clear();
    const FigureAnswer reached = answer(plain);
    if (!aim || !reached.value || reached.unit != Unit::percent) return std::nullopt;
    return judge_target(*aim, *reached.value);
}

std::optional<Period> Figures::off_target_since(const FigureRequest& request) const {
    const auto now = target_status(request);
    if (!now || *now == TargetStatus::on_track) return std::nullopt;
    const auto aim = target(request);
    const Selection selection = m_state->select(request.selectors);
    const auto months = m_state->trust.calendar.months(selection.period.year, selection.period.to);
    std::optional<Period> since;
    for (auto month = months.rbegin(); month != months.rend() && month->to >= selection.period.from;
         ++month) {
        const auto so_far = m_state->counting.rate_up_to(selection, request.figure, month->to);
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
    static const std::vector<std::string_view> names{"school", "year",  "class", "sex",
                                                     "term",   "month", "code"};
    return names;
}

const std::vector<std::string_view>& Figures::selector_names() {
    static const std::vector<std::string_view> names{"school", "year", "class", "sex",
                                                     "group",  "code", "period"};
    return names;
}

} // namespace termbook
