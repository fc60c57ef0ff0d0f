// SPDX-License-Identifier: MPL-2.0
// What the counting costs by itself, without a file: packed marks to sessions by code, and a figure by year
// group.
#include "core/figures/counting/session_counts.hpp"
#include "core/figures/figures.hpp"
#include "tests/bench/made_up_trust.hpp"

#include <benchmark/benchmark.h>
#include <cstdint>

namespace {

using namespace termbook;

/// One school, with this many pupils.
Trust one_school(const benchmark::State& state) {
    return bench::made_up_trust(1, static_cast<std::size_t>(state.range(0)));
}

/// The bytes of one year's marks.
std::int64_t bytes_of_marks(const Trust& trust) {
    std::size_t bytes = 0;
    for (const std::string& marks : trust.schools[0].attendance[1].marks)
        bytes += marks.size();
    return static_cast<std::int64_t>(bytes);
}

void count_sessions_by_code(benchmark::State& state) {
    const Trust trust = one_school(state);
    const Period year = trust.calendar.resolve("year", 1, std::nullopt);
    for (auto _ : state)
        benchmark::DoNotOptimize(SessionCounts(trust.schools[0], trust.codes, year));
    state.SetBytesProcessed(state.iterations() * bytes_of_marks(trust));
}
BENCHMARK(count_sessions_by_code)->RangeMultiplier(4)->Range(1000, 64000)->Unit(benchmark::kMillisecond);

/// The plain sum over the same bytes that counting is held against.
void sum_bytes(benchmark::State& state) {
    const Trust trust = one_school(state);
    for (auto _ : state) {
        std::uint64_t sum = 0;
        for (const std::string& marks : trust.schools[0].attendance[1].marks)
            for (const char mark : marks)
                sum += static_cast<unsigned char>(mark);
        benchmark::DoNotOptimize(sum);
    }
    state.SetBytesProcessed(state.iterations() * bytes_of_marks(trust));
}
BENCHMARK(sum_bytes)->RangeMultiplier(4)->Range(1000, 64000)->Unit(benchmark::kMillisecond);

void rate_by_year_group(benchmark::State& state) {
    const Trust trust = one_school(state);
    for (auto _ : state) {
        const Figures figures(trust, {});
        for (const Member& member : figures.members("year", {}))
            benchmark::DoNotOptimize(figures.answer({"attendance.rate", member.selectors, {}}));
    }
}
BENCHMARK(rate_by_year_group)->RangeMultiplier(4)->Range(1000, 64000)->Unit(benchmark::kMillisecond);

} // namespace
