// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/cell_text.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fmt/format.h>
#include <iterator>

namespace termbook::readers {

namespace {

constexpr double ms_per_day = 86'400'000;
constexpr std::int64_t ms_of_day = 86'400'000;
constexpr double last_day_of_calendar = 2'958'466; ///< the first beyond 9999-12-31

/// The shortest digits of a number times 10 to the power of `shift`, with a point in the right place.
void append_decimal(std::string& to, double value, int shift) {
    std::array<char, 32> room;
    const auto written =
        std::to_chars(room.data(), room.data() + room.size(), std::abs(value), std::chars_format::scientific);
    const std::string_view text(room.data(), static_cast<std::size_t>(written.ptr - room.data()));
    const std::size_t mark = text.find('e');
    std::string digits(text.substr(0, 1));
    if (mark > 2) digits += text.substr(2, mark - 2);
    int exponent = 0;
    const char* const from = text.data() + mark + (text[mark + 1] == '+' ? 2 : 1);
    std::from_chars(from, written.ptr, exponent);
    const int point = exponent + shift + 1; // digits in front of it
    constexpr int most_in_front = 15;
    constexpr int most_zeros_behind = 5;
    if (value < 0) to += '-';
    if (point > most_in_front || point < -most_zeros_behind) {
        to += digits.front();
        if (digits.size() > 1) to.append(".").append(digits, 1);
        fmt::format_to(std::back_inserter(to), "e{:+03}", point - 1);
    } else if (point <= 0) {
        to.append("0.").append(static_cast<std::size_t>(-point), '0').append(digits);
    } else {
        const auto in_front = static_cast<std::size_t>(point);
        if (digits.size() <= in_front)
            to.append(digits).append(in_front - digits.size(), '0');
        else
            to.append(digits, 0, in_front).append(".").append(digits, in_front);
    }
}

/// "08:30:00", with a fraction of a second where there is one.
void append_clock(std::string& to, std::int64_t ms) {
    fmt::format_to(std::back_inserter(to), "{:02}:{:02}:{:02}", ms / 3'600'000, ms / 60'000 % 60,
                   ms / 1000 % 60);
    if (ms % 1000 == 0) return;
    fmt::format_to(std::back_inserter(to), ".{:03}", ms % 1000);
    while (to.back() == '0')
        to.pop_back();
}

/// Excel's calendar has a 29 February 1900, which it took over from Lotus 1-2-3.
std::string day_text(std::int64_t day, bool from_1904) {
    using namespace std::chrono;
    constexpr std::int64_t false_day = 60;
    if (!from_1904 && day == false_day) return "1900-02-29";
    const sys_days first = from_1904         ? sys_days{year{1904} / 1 / 1}
                           : day < false_day ? sys_days{year{1899} / 12 / 31}
                                             : sys_days{year{1899} / 12 / 30};
    const year_month_day date{first + days{day}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

} // namespace

void append_number(std::string& to, double value) {
    if (value == 0)
        to += '0';
    else
        append_decimal(to, value, 0);
}

void append_percent(std::string& to, double value) {
    if (value == 0)
        to += '0';
    else
        append_decimal(to, value, 2);
    to += '%';
}

void append_padded(std::string& to, double value, int digits) {
    constexpr double most = 1e15;
    if (value < 0 || value >= most || value != std::floor(value)) return append_number(to, value);
    fmt::format_to(std::back_inserter(to), "{:0{}}", static_cast<std::int64_t>(value), digits);
}

void append_date(std::string& to, double serial, bool from_1904) {
    constexpr double days_between_systems = 1462;
    if (serial < 0 || serial >= last_day_of_calendar - (from_1904 ? days_between_systems : 0))
        return append_number(to, serial);
    auto day = static_cast<std::int64_t>(std::floor(serial));
    std::int64_t ms = std::llround((serial - std::floor(serial)) * ms_per_day);
    if (ms == ms_of_day) {
        ++day;
        ms = 0;
    }
    const bool has_date = day > 0 || (from_1904 && ms == 0);
    if (has_date) to += day_text(day, from_1904);
    if (has_date && ms != 0) to += 'T';
    if (!has_date || ms != 0) append_clock(to, ms);
}

void append_elapsed(std::string& to, double days) {
    constexpr double most_days = 1e9;
    if (!(std::abs(days) < most_days)) return append_number(to, days);
    const std::int64_t ms = std::llround(std::abs(days) * ms_per_day);
    if (days < 0 && ms != 0) to += '-';
    append_clock(to, ms);
}

void append_iso(std::string& to, std::string_view iso) {
    if (iso.ends_with('Z')) iso.remove_suffix(1);
    if (const std::size_t point = iso.find_first_of(".,"); point != std::string_view::npos) {
        while (iso.ends_with('0'))
            iso.remove_suffix(1);
        if (iso.size() == point + 1) iso.remove_suffix(1);
    }
    constexpr std::string_view midnight = "T00:00:00";
    constexpr std::string_view day_nought = "1899-12-30T"; // how LibreOffice writes a time without a date
    if (iso.ends_with(midnight))
        iso.remove_suffix(midnight.size());
    else if (iso.starts_with(day_nought))
        iso.remove_prefix(day_nought.size());
    to += iso;
}

void append_duration(std::string& to, std::string_view iso) {
    const std::string_view whole = iso;
    const bool negative = iso.starts_with('-');
    if (negative) iso.remove_prefix(1);
    if (!iso.starts_with('P')) {
        to += whole;
        return;
    }
    double seconds = 0;
    iso.remove_prefix(1);
    while (!iso.empty()) {
        if (iso.front() == 'T') {
            iso.remove_prefix(1);
            continue;
        }
        double number = 0;
        const auto [end, error] = std::from_chars(iso.data(), iso.data() + iso.size(), number);
        iso.remove_prefix(static_cast<std::size_t>(end - iso.data()));
        constexpr std::string_view units = "DHMS";
        constexpr double worth[] = {86'400, 3600, 60, 1};
        const std::size_t unit = iso.empty() ? units.npos : units.find(iso.front());
        if (error != std::errc{} || unit == units.npos) {
            to += whole;
            return;
        }
        seconds += number * worth[unit];
        iso.remove_prefix(1);
    }
    append_elapsed(to, (negative ? -seconds : seconds) / 86'400);
}

void append_boolean(std::string& to, bool value) {
    to += value ? "TRUE" : "FALSE";
}

} // namespace termbook::readers
