// SPDX-License-Identifier: MPL-2.0
#include "core/calendar/date.hpp"

#include <array>
#include <charconv>
#include <fmt/format.h>

namespace termbook {

namespace {

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

/// All of `text` as a whole number of at most `digits` digits.
std::optional<int> whole_number(std::string_view text, std::size_t digits) {
    if (text.empty() || text.size() > digits) return std::nullopt;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

std::optional<Date> date_of(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    if (!year || !month || !day) return std::nullopt;
    return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

/// "16:30", "16:30:00.000", "16:30:00Z", "16:30:00+01:00".
bool is_time(std::string_view text) {
    const auto hour = whole_number(text.substr(0, 2), 2);
    if (text.size() < 5 || text[2] != ':' || !hour || *hour > 24) return false;
    const auto minute = whole_number(text.substr(3, 2), 2);
    return minute && *minute < 60 && text.find_first_not_of("0123456789:.Z+-", 5) == std::string_view::npos;
}

std::string_view month_name(std::chrono::month month) {
    return month_names[static_cast<unsigned>(month) - 1];
}

} // namespace

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                           std::chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    return Date{date};
}

std::optional<Date> iso_week(int year, unsigned week) {
    // Week 1 holds the year's first Thursday, and so 4 January.
    const auto first_monday = [](int of) {
        const Date fourth{std::chrono::year{of} / std::chrono::January / 4};
        return fourth - (std::chrono::weekday{fourth} - std::chrono::Monday);
    };
    if (week < 1) return std::nullopt;
    const Date monday = first_monday(year) + std::chrono::weeks{week - 1};
    if (monday >= first_monday(year + 1)) return std::nullopt; // not every year has a week 53
    return monday;
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ') && is_time(text.substr(11)))
        text = text.substr(0, 10);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    return date_of(whole_number(text.substr(0, 4), 4), whole_number(text.substr(5, 2), 2),
                   whole_number(text.substr(8, 2), 2));
}

std::optional<Date> parse_british_date(std::string_view text) {
    const auto first = text.find('/');
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = text.find('/', first + 1);
    if (second == std::string_view::npos || text.size() - second - 1 != 4) return std::nullopt;
    return date_of(whole_number(text.substr(second + 1), 4),
                   whole_number(text.substr(first + 1, second - first - 1), 2),
                   whole_number(text.substr(0, first), 2));
}

std::string iso_text(Date date) {
    const std::chrono::year_month_day day{date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::string long_text(Date date) {
    const std::chrono::year_month_day day{date};
    return fmt::format("{} {} {}", static_cast<unsigned>(day.day()), month_name(day.month()),
                       static_cast<int>(day.year()));
}

std::string month_text(Date date) {
    const std::chrono::year_month_day day{date};
    return fmt::format("{} {}", month_name(day.month()), static_cast<int>(day.year()));
}

} // namespace termbook
