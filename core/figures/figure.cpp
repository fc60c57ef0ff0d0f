// SPDX-License-Identifier: MPL-2.0
#include "core/figures/figure.hpp"

#include "core/model/staff.hpp"

#include <cmath>
#include <cstdlib>
#include <fmt/format.h>

namespace termbook {

namespace {

constexpr auto minus = "−";

std::string tenths_text(std::int64_t tenths) {
    return fmt::format("{}{}.{}", tenths < 0 ? minus : "", with_thousands(std::abs(tenths) / 10),
                       std::abs(tenths % 10));
}

/// A quotient in tenths, half away from zero, without passing through a binary fraction.
std::int64_t tenths(std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t whole = (std::abs(numerator) * 20 + denominator) / (2 * denominator);
    return numerator < 0 ? -whole : whole;
}

std::string points_text(double points) {
    // A difference from a decimal target such as 95.65 is a binary fraction a hair off: the hair may not turn
    // a half the wrong way.
    constexpr double hair = 1e-9;
    const auto tenths = static_cast<std::int64_t>(std::llround(points * 10 + std::copysign(hair, points)));
    if (tenths == 0) return "0.0";
    return (tenths < 0 ? minus : "+") + tenths_text(std::abs(tenths));
}

std::string signed_count(double difference) {
    const auto whole = static_cast<std::int64_t>(std::llround(difference));
    return whole > 0 ? "+" + with_thousands(whole) : with_thousands(whole);
}

bool needs_quotes(const std::string& value) {
    return value.find_first_of(" |{}\"=") != std::string::npos;
}

} // namespace

std::string with_thousands(std::int64_t number) {
    std::string digits = std::to_string(std::abs(number));
    for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3)
        digits.insert(static_cast<std::size_t>(place), ",");
    return (number < 0 ? minus : "") + digits;
}

std::string FigureRequest::mark() const {
    std::string text = figure;
    Selectors all = selectors;
    if (!against.empty()) all["against"] = against;
    for (const auto& [name, value] : all)
        text +=
            needs_quotes(value) ? fmt::format(" {}=\"{}\"", name, value) : fmt::format(" {}={}", name, value);
    return text;
}

std::string_view to_string(FigureStatus status) {
    switch (status) {
    case FigureStatus::ok:
        return "ok";
    case FigureStatus::suppressed:
        return "suppressed";
    case FigureStatus::no_data:
        return "no-data";
    case FigureStatus::not_applicable:
        return "not-applicable";
    }
    return {};
}

std::optional<FigureStatus> parse_figure_status(std::string_view text) {
    for (const auto status :
         {FigureStatus::ok, FigureStatus::suppressed, FigureStatus::no_data, FigureStatus::not_applicable})
        if (to_string(status) == text) return status;
    return std::nullopt;
}

std::string_view symbol(FigureStatus status) {
    switch (status) {
    case FigureStatus::ok:
        return "";
    case FigureStatus::suppressed:
        return "c";
    case FigureStatus::no_data:
        return "x";
    case FigureStatus::not_applicable:
        return "z";
    }
    return {};
}

std::string display(const FigureAnswer& answer) {
    if (answer.status != FigureStatus::ok) return std::string(symbol(answer.status));
    switch (answer.unit) {
    case Unit::count:
        return with_thousands(*answer.numerator);
    case Unit::count_difference:
        return signed_count(*answer.value);
    case Unit::points:
    case Unit::score_difference:
    case Unit::days_difference:
        return points_text(*answer.value);
    case Unit::days:
        return tenths_text(tenths(*answer.numerator, half_days_a_day));
    case Unit::score:
        return tenths_text(tenths(*answer.numerator, *answer.denominator * score_scale));
    case Unit::percent:
        break;
    }
    const std::int64_t rate = tenths(*answer.numerator * 100, *answer.denominator);
    if (rate == 0 && *answer.numerator > 0) return "low";
    return tenths_text(rate) + "%";
}

const std::vector<std::string_view>& comparisons() {
    static const std::vector<std::string_view> names{"target", "national", "local",    "published",
                                                     "trust",  "previous", "last-year"};
    return names;
}

std::optional<double> numerator_shown(const FigureAnswer& answer) {
    if (!answer.numerator) return std::nullopt;
    const auto numerator = static_cast<double>(*answer.numerator);
    return answer.unit == Unit::score ? numerator / score_scale : numerator;
}

std::string coverage(const FigureAnswer& answer) {
    return fmt::format("{} of {} {}", answer.schools_with, answer.schools_asked,
                       answer.schools_asked == 1 ? "school" : "schools");
}

} // namespace termbook
