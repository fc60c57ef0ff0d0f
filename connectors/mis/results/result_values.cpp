// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/results/result_values.hpp"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace termbook {

namespace {

std::optional<double> parse_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

} // namespace

bool read_result(std::string_view text, const ResultCodes& codes, Result& result) {
    if (const auto outcome = codes.outcome(result.stage, text)) {
        result.outcome = *outcome;
        return true;
    }
    const auto scores = codes.scores(result.stage, result.subject);
    const auto value = parse_number(text);
    if (!scores || !value || *value < scores->least || *value > scores->most) return false;
    result.score = std::llround(*value * static_cast<double>(score_scale));
    return true;
}

std::string results_expected(const ResultCodes& codes, const Result& result) {
    const auto scores = codes.scores(result.stage, result.subject);
    if (!scores) return fmt::format("a code of {}", to_string(result.stage));
    return fmt::format("a score from {:g} to {:g}, or a code of {}", scores->least, scores->most,
                       to_string(result.stage));
}

} // namespace termbook
