// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/results/result_merging.hpp"

#include <algorithm>
#include <utility>

namespace termbook {

ResultsYear& ResultMerging::results(std::size_t year) {
    for (ResultsYear& each : m_school.results)
        if (each.year == year) return each;
    ResultsYear& added = m_school.results.emplace_back();
    added.year = year;
    return added;
}

void ResultMerging::add(std::size_t year, Result result, const SourcePos& pos) {
    std::vector<Result>& all = results(year).results;
    const auto [place, is_new] =
        m_places.try_emplace({year, result.pupil, result.stage, result.subject, result.on}, all.size());
    if (is_new) return all.push_back(std::move(result));
    const Result& known = all[place->second];
    if (known.score != result.score || known.outcome != result.outcome)
        m_issues.add({pos,
                      "two different results of one pupil in one subject",
                      "one result",
                      "that of the newest export is counted; correct the one that is wrong",
                      1,
                      {}});
}

void ResultMerging::used(std::size_t year, Stage stage, std::size_t source) {
    ResultsYear& used = results(year);
    auto& sources = used.sources;
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
    const StageSource of_stage{stage, source};
    if (std::find(used.stages.begin(), used.stages.end(), of_stage) == used.stages.end())
        used.stages.push_back(of_stage);
}

} // namespace termbook
