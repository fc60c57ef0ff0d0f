// SPDX-License-Identifier: MPL-2.0
#include "core/figures/comparing/recalling.hpp"

#include "core/figures/counting/counting.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook {

namespace {

std::string groups_key(const std::vector<GroupChoice>& choices) {
    std::vector<std::string> keys;
    for (const GroupChoice& choice : choices)
        keys.push_back(choice.key());
    std::sort(keys.begin(), keys.end());
    std::string all;
    for (const std::string& key : keys)
        all += (all.empty() ? "" : ",") + key;
    return all;
}

Date day_of(const Capture& capture) {
    return std::chrono::floor<std::chrono::days>(capture.at);
}

/// What ends a period for those who count it: a year ends with its last term.
Date last_day_of(const Period& period, const AcademicYear& year) {
    return period.to == year.to && !year.terms.empty() ? year.terms.back().to : period.to;
}

/// The period as it was when the figure was captured: a year to date ended elsewhere, and terms may have
/// been given other days since.
void take_period(const CapturedFigure& kept, const Calendar& calendar, FigureAnswer& answer) {
    Period& period = answer.period;
    if (period.from == kept.from && period.to == kept.to) return;
    if (period.key.starts_with("ytd"))
        period = calendar.resolve("ytd", period.year, kept.to);
    else
        answer.left_out.push_back(fmt::format("captured for {} to {}; termbook.xml has other days now",
                                              long_text(kept.from), long_text(kept.to)));
    period.from = kept.from;
    period.to = kept.to;
}

void take_notes(const CapturedFigure& kept, const Capture& run, const AcademicYear& year,
                FigureAnswer& answer) {
    answer.left_out.insert(answer.left_out.end(), kept.left_out.begin(), kept.left_out.end());
    if (day_of(run) < last_day_of(answer.period, year))
        answer.left_out.push_back(
            fmt::format("captured on {}, before the period was over", long_text(day_of(run))));
    const std::string today = version_of(*answer.definition);
    if (kept.definition != today)
        answer.left_out.push_back(fmt::format("counted by another definition than today's: {} then, {} now",
                                              kept.definition, today));
}

void take_sources(const CapturedFigure& kept, const Captures& captures, FigureAnswer& answer) {
    const Capture& run = captures.runs[kept.capture];
    answer.sources = {{fmt::format("{}, captured {} by {}", captures.file, long_text(day_of(run)), run.by),
                       kept.digest, 1, day_of(run)}};
    for (const CapturedSource& source : captures.sources[kept.sources])
        answer.sources.push_back({source.file, source.sha256, source.rows, source.as_at});
}

std::string reason_of(FigureStatus status) {
    switch (status) {
    case FigureStatus::ok:
        return {};
    case FigureStatus::suppressed:
        return "withheld when it was captured";
    case FigureStatus::no_data:
        return "there was no data when it was captured";
    case FigureStatus::not_applicable:
        return "there was nobody it could be about when it was captured";
    }
    return {};
}

} // namespace

std::string captured_mark(const Trust& trust, const FigureRequest& request, const Selection& selection) {
    FigureRequest plain{request.figure, resolved(selection, {}), {}};
    Selectors& all = plain.selectors;
    all["period"] = trust.calendar.shared_key(selection.period);
    if (selection.year) all["year"] = year_group_key(*selection.year);
    if (selection.code) all["code"] = trust.codes.code(*selection.code).code;
    if (!selection.groups.empty()) all["group"] = groups_key(selection.groups);
    const auto add = [&](const char* name, const std::optional<std::string>& text) {
        if (text) all[name] = *text;
    };
    add("class", selection.class_name);
    add("house", selection.house);
    add("ethnicity", selection.ethnicity);
    add("language", selection.language);
    add("subject", selection.subject);
    add("type", selection.type);
    if (selection.weekday) all["weekday"] = weekday_key(*selection.weekday);
    return plain.mark();
}

std::int64_t Recalling::smallest_beside(const CapturedFigure& kept) const {
    const auto beside = [](const CapturedFigure& each) {
        const bool alone = each.split.empty() && each.school == "trust";
        return Beside(each.figure, each.period, alone ? "trust" : each.split);
    };
    // The first that asks has all of them worked out.
    if (m_smallest.empty())
        for (const CapturedFigure& each : m_trust.captures.figures) {
            const std::int64_t pupils = each.pupils.value_or(0);
            if (pupils == 0) continue;
            std::int64_t& least = m_smallest.try_emplace(beside(each), pupils).first->second;
            least = std::min(least, pupils);
        }
    const auto found = m_smallest.find(beside(kept));
    return found == m_smallest.end() ? 0 : found->second;
}

/// A figure captured under a lower threshold is judged anew. What the parts of a split, or the schools of the
/// trust, would tell of each other cannot be worked out without their pupils: where one is too small, all go.
bool Recalling::must_withhold(const CapturedFigure& kept, const FigureDefinition& definition) const {
    if (!kept.value) return false;
    if (m_threshold > kept.threshold) {
        const std::int64_t smallest = smallest_beside(kept);
        if (smallest > 0 && smallest < m_threshold) return true;
    }
    return m_audience == Audience::public_ &&
           names_few(definition, kept.numerator.value_or(0), kept.denominator.value_or(0), m_threshold);
}

void Recalling::recall(const Selection& selection, FigureAnswer& answer) const {
    const Captures& captures = m_trust.captures;
    if (captures.figures.empty()) return;
    const CapturedFigure* kept = captures.find(captured_mark(m_trust, answer.request, selection));
    if (!kept) return;
    if (kept->unit != to_string(answer.definition->unit)) {
        answer.reason += fmt::format("; {} has it in another unit: {}", captures.file, kept->unit);
        return;
    }
    answer.status = parse_figure_status(kept->status).value_or(FigureStatus::no_data);
    answer.reason = reason_of(answer.status);
    answer.value = kept->value;
    answer.numerator = kept->numerator;
    answer.denominator = kept->denominator;
    answer.pupils = kept->pupils;
    answer.schools_with = kept->schools_with;
    answer.schools_asked = kept->schools_asked;
    take_period(*kept, m_trust.calendar, answer);
    take_notes(*kept, captures.runs[kept->capture], *selection.academic_year, answer);
    take_sources(*kept, captures, answer);
    if (must_withhold(*kept, *answer.definition))
        withhold(answer, FigureStatus::suppressed,
                 fmt::format("withheld, so that no group of fewer than {} pupils can be told from it",
                             m_threshold));
}

} // namespace termbook
