// SPDX-License-Identifier: MPL-2.0
#include "cli/sample/kinds/streams.hpp"

#include <chrono>

namespace termbook::sample {

namespace {

constexpr std::uint64_t most_purposes = 100;

Random random_of(std::uint64_t number, Purpose purpose) {
    return Random(number * most_purposes + static_cast<std::uint64_t>(purpose));
}

} // namespace

Random stream_of(const ExportedPupil& pupil, Purpose purpose) {
    // Behind the letter.
    return random_of(std::stoull(pupil.upn.substr(1)), purpose);
}

Random stream_of(const ExportedSchool& school, Purpose purpose) {
    constexpr std::uint64_t most_years = 10'000;
    const int year{std::chrono::year_month_day{school.as_at}.year()};
    return random_of(std::stoull(school.urn) * most_years + static_cast<std::uint64_t>(year), purpose);
}

int normal(Random& random) {
    constexpr int numbers = 12;
    constexpr int values = 100;
    int sum = 0;
    for (int i = 0; i < numbers; ++i)
        sum += static_cast<int>(random.below(values));
    return sum - numbers * (values - 1) / 2;
}

} // namespace termbook::sample
