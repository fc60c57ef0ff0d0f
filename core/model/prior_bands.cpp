// SPDX-License-Identifier: MPL-2.0
#include "core/model/prior_bands.hpp"

#include "core/model/trust.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

namespace termbook {

namespace {

constexpr std::int64_t middle_from = 100 * score_scale;
constexpr std::int64_t high_from = 110 * score_scale;

struct Scores {
    std::optional<std::int64_t> reading;
    std::optional<std::int64_t> maths;
};

/// What the pupils scored in each year, by the year's first day.
using ScoresOfPupils = std::map<std::string_view, std::map<Date, Scores>>;

ScoresOfPupils key_stage_2_scores(const Trust& trust) {
    ScoresOfPupils scores;
    for (const School& school : trust.schools)
        for (const ResultsYear& year : school.results)
            for (const Result& result : year.results) {
                const std::string_view upn = school.pupils[result.pupil].upn;
                if (result.stage != Stage::ks2 || !result.score || upn.empty()) continue;
                Scores& of_year = scores[upn][trust.calendar.years()[year.year].from];
                if (result.subject == "reading") of_year.reading = result.score;
                if (result.subject == "maths") of_year.maths = result.score;
            }
    return scores;
}

PriorBand band_of(std::int64_t reading, std::int64_t maths) {
    const std::int64_t twice_the_mean = reading + maths;
    if (twice_the_mean < 2 * middle_from) return PriorBand::low;
    return twice_the_mean < 2 * high_from ? PriorBand::middle : PriorBand::high;
}

constexpr YearGroup year_of_key_stage_2{6};

/// By the newest scores of a year before: a band is of what came before what it tells apart. Scores that
/// stand in a list of older pupils are from before, too.
std::optional<PriorBand> band_of(Date year, std::optional<YearGroup> group,
                                 const std::map<Date, Scores>& scores) {
    const bool later = group && *group > year_of_key_stage_2;
    const auto end = later ? scores.upper_bound(year) : scores.lower_bound(year);
    for (auto each = std::make_reverse_iterator(end); each != scores.rend(); ++each)
        if (each->second.reading && each->second.maths)
            return band_of(*each->second.reading, *each->second.maths);
    return std::nullopt;
}

} // namespace

void reckon_prior_bands(Trust& trust) {
    const ScoresOfPupils scores = key_stage_2_scores(trust);
    if (scores.empty()) return;
    for (School& school : trust.schools)
        for (Roll& roll : school.rolls)
            for (std::size_t pupil = 0; pupil < roll.pupils.size(); ++pupil) {
                auto& enrolment = roll.pupils[pupil];
                const auto found = scores.find(school.pupils[pupil].upn);
                if (!enrolment || enrolment->prior || found == scores.end()) continue;
                enrolment->prior =
                    band_of(trust.calendar.years()[roll.year].from, enrolment->year, found->second);
            }
}

} // namespace termbook
