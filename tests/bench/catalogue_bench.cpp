// SPDX-License-Identifier: MPL-2.0
// What a trust's whole set of figures costs once its exports are read: every figure of the catalogue, for
// every group of pupils and its complement, in six terms, for each school and the trust, suppression
// included.
#include "core/figures/figures.hpp"
#include "core/figures/groups.hpp"
#include "tests/bench/made_up_trust.hpp"

#include <benchmark/benchmark.h>
#include <string>
#include <vector>

namespace {

using namespace termbook;

constexpr std::size_t pupils_a_school = 375;

std::vector<std::string> group_keys() {
    std::vector<std::string> keys{""};
    for (const GroupDefinition& group : groups())
        for (const bool complement : {false, true})
            keys.push_back(GroupChoice{&group, complement}.key());
    return keys;
}

std::vector<std::string> school_keys(const Trust& trust) {
    std::vector<std::string> keys{"trust"};
    for (const School& school : trust.schools)
        keys.push_back(school.urn);
    return keys;
}

FigureRequest request_of(const FigureDefinition& definition, const std::string& school,
                         const std::string& group, const std::string& period) {
    FigureRequest request{std::string(definition.key), {{"school", school}, {"period", period}}, {}};
    if (!group.empty()) request.selectors["group"] = group;
    if (definition.needs_code) request.selectors["code"] = "I";
    if (definition.needs_subject) request.selectors["subject"] = "reading";
    return request;
}

void whole_catalogue_of_six_terms(benchmark::State& state) {
    const Trust trust = bench::made_up_trust(static_cast<std::size_t>(state.range(0)), pupils_a_school);
    const auto schools = school_keys(trust);
    const auto group_choices = group_keys();
    std::size_t answers = 0;
    for (auto _ : state) {
        const Figures figures(trust, {});
        for (const std::string year : {"@2024/25", "@2025/26"})
            for (const std::string season : {"autumn", "spring", "summer"})
                for (const auto& school : schools)
                    for (const auto& group : group_choices)
                        for (const FigureDefinition& definition : catalogue()) {
                            benchmark::DoNotOptimize(
                                figures.answer(request_of(definition, school, group, season + year)));
                            ++answers;
                        }
    }
    state.counters["answers"] = static_cast<double>(answers) / static_cast<double>(state.iterations());
    state.counters["pupils"] = static_cast<double>(trust.schools.size() * pupils_a_school);
}
BENCHMARK(whole_catalogue_of_six_terms)
    ->Arg(12)
    ->Arg(48)
    ->Arg(192)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

} // namespace
