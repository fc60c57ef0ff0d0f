// SPDX-License-Identifier: MPL-2.0
#include "core/figures/domains/result_counts.hpp"

#include "core/figures/domains/definitions.hpp"

#include <algorithm>

namespace termbook::results {

namespace {

using Record = const PupilRecord&;

} // namespace

const Result* result_of(Record r, Stage stage, std::string_view subject) {
    const auto found = std::find_if(r.results.begin(), r.results.end(), [&](const Result& each) {
        return each.stage == stage && (subject.empty() || each.subject == subject);
    });
    return found == r.results.end() ? nullptr : &*found;
}

const Result* last_result_of(Record r, Stage stage, std::string_view subject) {
    const Result* last = nullptr;
    for (const Result& each : r.results)
        if (each.stage == stage && each.subject == subject && (!last || last->on <= each.on)) last = &each;
    return last;
}

const Result* first_result_of(Record r, Stage stage, std::string_view subject) {
    const Result* first = nullptr;
    for (const Result& each : r.results)
        if (each.stage == stage && each.subject == subject && (!first || each.on < first->on)) first = &each;
    return first;
}

const Result* judged(const Result* result) {
    return result && result->outcome != Outcome::none ? result : nullptr;
}

bool reaches(const Result& result, std::int64_t score, Outcome outcome) {
    if (result.outcome == Outcome::none) return result.score.value_or(0) >= score * score_scale;
    return result.outcome == Outcome::higher || result.outcome == outcome;
}

bool is_at_age(const Result& result) {
    return result.outcome == Outcome::expected || result.outcome == Outcome::higher;
}

Counted share(const Result* result, bool (*reached)(const Result&)) {
    if (!result) return unknown;
    if (result->outcome == Outcome::not_eligible) return {};
    return {as_count(reached(*result)), 1};
}

Counted share_of_judged(const Result* result) {
    return share(judged(result), is_at_age);
}

Counted mean(const Result* result) {
    if (!result) return unknown;
    if (!result->score) return {};
    return {*result->score, 1};
}

Counted share_of_all(Record r, Stage stage, std::span<const std::string_view> subjects,
                     bool (*reached)(const Result&)) {
    bool eligible = false;
    bool all = true;
    for (const std::string_view subject : subjects) {
        const Result* result = result_of(r, stage, subject);
        if (!result) return unknown;
        if (result->outcome == Outcome::not_eligible) continue;
        eligible = true;
        all = all && reached(*result);
    }
    return eligible ? Counted{as_count(all), 1} : Counted{};
}

Counted share_above_average(Record r, const Result* result) {
    if (!result) return unknown;
    if (result->outcome == Outcome::not_eligible) return {};
    if (!result->score && result->outcome != Outcome::absent) return unknown;
    return {as_count(result->score.value_or(0) > r.average_scaled_score), 1};
}

Counted progress(Record r, std::string_view subject) {
    const Result* first = first_result_of(r, Stage::tracker, subject);
    const Result* last = last_result_of(r, Stage::tracker, subject);
    if (!first || first == last || !first->score || !last->score) return unknown;
    return {*last->score - *first->score, 1};
}

} // namespace termbook::results
