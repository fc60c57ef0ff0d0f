// SPDX-License-Identifier: MPL-2.0
// What the counting costs by itself, without a file: packed marks to sessions by code, and a figure by year
// group.
#include "connectors/profiles/attendance_codes_file.hpp"
#include "core/figures/figures.hpp"
#include "core/figures/session_counts.hpp"

#include <benchmark/benchmark.h>
#include <cstdint>
#include <random>

namespace {

using namespace termbook;

constexpr int days = 190;

/// A trust of one school with this many pupils and a whole year of marks.
Trust made_up_trust(std::size_t pupils) {
    Trust trust;
    trust.codes = national_attendance_codes();
    const Date first = *make_date(2025, 9, 1);
    trust.calendar = Calendar({{"2025/26", first, *make_date(2026, 8, 31), {}}});
    School& school = trust.schools.emplace_back();
    school.urn = "100001";
    AttendanceYear& year = school.attendance.emplace_back();
    for (int day = 0; day < days; ++day)
        year.days.push_back(first + std::chrono::days{day});
    std::mt19937_64 random(1);
    for (std::size_t i = 0; i < pupils; ++i) {
        school.pupils.push_back({});
        school.pupils.back().year = YearGroup{static_cast<int>(i % 11) + 1};
        std::string& marks = year.marks.emplace_back();
        for (int session = 0; session < 2 * days; ++session)
            marks += static_cast<char>(random() % 20 == 0 ? trust.codes.id('I') : trust.codes.id('/'));
    }
    return trust;
}

void count_sessions_by_code(benchmark::State& state) {
    const Trust trust = made_up_trust(static_cast<std::size_t>(state.range(0)));
    const Period year = trust.calendar.resolve("year", 0, std::nullopt);
    for (auto _ : state)
        benchmark::DoNotOptimize(SessionCounts(trust.schools[0], trust.codes, year));
    state.SetBytesProcessed(state.iterations() * state.range(0) * 2 * days);
}
BENCHMARK(count_sessions_by_code)->RangeMultiplier(4)->Range(1000, 64000)->Unit(benchmark::kMillisecond);

/// The plain sum over the same bytes that counting is held against.
void sum_bytes(benchmark::State& state) {
    const Trust trust = made_up_trust(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        std::uint64_t sum = 0;
        for (const std::string& marks : trust.schools[0].attendance[0].marks)
            for (const char mark : marks)
                sum += static_cast<unsigned char>(mark);
        benchmark::DoNotOptimize(sum);
    }
    state.SetBytesProcessed(state.iterations() * state.range(0) * 2 * days);
}
BENCHMARK(sum_bytes)->RangeMultiplier(4)->Range(1000, 64000)->Unit(benchmark::kMillisecond);

void rate_by_year_group(benchmark::State& state) {
    const Trust trust = made_up_trust(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        const Figures figures(trust, {});
        for (const Member& member : figures.members("year", {}))
            benchmark::DoNotOptimize(figures.answer({"attendance.rate", member.selectors, {}}));
    }
}
BENCHMARK(rate_by_year_group)->RangeMultiplier(4)->Range(1000, 64000)->Unit(benchmark::kMillisecond);

} // namespace
