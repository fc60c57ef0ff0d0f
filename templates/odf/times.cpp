// SPDX-License-Identifier: MPL-2.0
#include "templates/odf/times.hpp"

#include <charconv>
#include <chrono>

namespace termbook::odf {

namespace {

/// Takes a number off the front of the text.
std::optional<double> take_number(std::string_view& text) {
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{}) return {};
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// Takes exactly `width` digits off the front of the text.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) return {};
    int value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + width, value);
    if (failure != std::errc{} || end != text.data() + width || value < 0) return {};
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, char wanted) {
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

/// "08:45:00" or "08:45:00.5" in days.
std::optional<double> clock_time(std::string_view text) {
    const auto hours = take_digits(text, 2);
    if (!hours || !take(text, ':')) return {};
    const auto minutes = take_digits(text, 2);
    if (!minutes) return {};
    const auto seconds = take(text, ':') ? take_number(text) : 0;
    if (!seconds) return {};
    return (*hours * 3600 + *minutes * 60 + *seconds) / 86400;
}

} // namespace

std::optional<double> to_serial_date(std::string_view date) {
    using namespace std::chrono;
    const auto y = take_digits(date, 4);
    if (!y || !take(date, '-')) return {};
    const auto m = take_digits(date, 2);
    if (!m || !take(date, '-')) return {};
    const auto d = take_digits(date, 2);
    if (!d) return {};
    const year_month_day day_of{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!day_of.ok()) return {};
    const double serial = (sys_days{day_of} - null_date).count();
    if (!take(date, 'T')) return serial;
    const auto time = clock_time(date);
    return time ? std::optional(serial + *time) : std::nullopt;
}

std::optional<double> to_days(std::string_view duration) {
    const double sign = take(duration, '-') ? -1 : 1;
    if (!take(duration, 'P')) return {};
    bool in_time = false;
    double seconds = 0;
    while (!duration.empty()) {
        if (take(duration, 'T')) {
            in_time = true;
            continue;
        }
        const auto value = take_number(duration);
        if (!value) return {};
        if (!in_time && take(duration, 'D'))
            seconds += *value * 86400;
        else if (in_time && take(duration, 'H'))
            seconds += *value * 3600;
        else if (in_time && take(duration, 'M'))
            seconds += *value * 60;
        else if (in_time && take(duration, 'S'))
            seconds += *value;
        else
            return {};
    }
    return sign * seconds / 86400;
}

} // namespace termbook::odf
