// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/tables/dates.hpp"

#include "connectors/mis/tables/values.hpp"
#include "core/letters.hpp"

#include <array>
#include <charconv>

namespace termbook {

namespace {

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

/// Some systems give every date a midnight, and workbooks a time of day: "01/09/2025 00:00", "…T08:30:00".
std::string_view without_time(std::string_view text) {
    for (const std::string_view half : {" AM", " PM", " am", " pm"})
        if (text.ends_with(half)) text = trimmed(text.substr(0, text.size() - half.size()));
    const auto at = text.find_last_of("T ");
    if (at == std::string_view::npos || at + 5 > text.size() || at < 6) return text;
    const std::string_view time = text.substr(at + 1);
    const auto colon = time.find(':');
    const bool is_time = (colon == 1 || colon == 2) && is_digit(time.front()) &&
                         time.find_first_not_of("0123456789:.Z") == std::string_view::npos;
    return is_time ? trimmed(text.substr(0, at)) : text;
}

/// The three parts of a date with one character between them, or of "1 September 2025".
std::optional<std::array<std::string_view, 3>> parts(std::string_view text) {
    const auto first = text.find_first_of("/.- ");
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = text.find(text[first], first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    return std::array{text.substr(0, first), text.substr(first + 1, second - first - 1),
                      text.substr(second + 1)};
}

std::optional<int> year_of(std::string_view text) {
    constexpr int first_of_two_digits = 50; // 1950
    const auto year = number(text);
    if (!year || (text.size() != 4 && text.size() != 2)) return std::nullopt;
    if (text.size() == 4) return year;
    return *year < first_of_two_digits ? 2000 + *year : 1900 + *year;
}

std::optional<int> month_named(std::string_view text) {
    constexpr std::array names{"jan", "feb", "mar", "apr", "may", "jun",
                               "jul", "aug", "sep", "oct", "nov", "dec"};
    constexpr std::size_t longest = 9; // September
    const std::string word = lower(text);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (word.size() >= 3 && word.size() <= longest && word.starts_with(names[i]))
            return static_cast<int>(i) + 1;
    return std::nullopt;
}

/// A day or a month: one or two digits.
std::optional<int> small_number(std::string_view text) {
    return text.size() <= 2 ? number(text) : std::nullopt;
}

std::optional<Date> date_of(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    constexpr int first_year = 1900;
    constexpr int last_year = 2099;
    if (!year || !month || !day || *year < first_year || *year > last_year) return std::nullopt;
    return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

/// Spreadsheets count days from 30 December 1899; five digits go from 1927 to 2173.
std::optional<Date> parse_serial(std::string_view text) {
    constexpr std::size_t digits = 5;
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const bool fraction_fits = point == std::string_view::npos || text.substr(point + 1).find_first_not_of(
                                                                      "0123456789") == std::string_view::npos;
    const auto days = number(whole);
    if (!days || whole.size() != digits || whole.front() == '0' || !fraction_fits) return std::nullopt;
    return *make_date(1899, 12, 30) + std::chrono::days{*days};
}

std::optional<Date> parse_eight_digits(std::string_view text) {
    if (text.size() != 8 || !number(text)) return std::nullopt;
    return date_of(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6)));
}

bool is_time_alone(std::string_view text) {
    const auto colon = text.find(':');
    return (colon == 1 || colon == 2) && text.find_first_not_of("0123456789:.") == std::string_view::npos;
}

} // namespace

std::optional<Date> parse_date(std::string_view text, DateOrder order) {
    const std::string_view day = without_time(trimmed(text));
    const auto of = parts(day);
    if (!of) return day.size() == 8 ? parse_eight_digits(day) : parse_serial(day);
    const auto& [first, second, third] = *of;
    if (first.size() == 4) return date_of(number(first), small_number(second), small_number(third));
    if (const auto month = month_named(second)) return date_of(year_of(third), month, small_number(first));
    const auto british = date_of(year_of(third), small_number(second), small_number(first));
    if (order == DateOrder::day_first) return british;
    const auto american = date_of(year_of(third), small_number(first), small_number(second));
    if (order == DateOrder::month_first || !british) return american;
    return !american || american == british ? british : std::nullopt;
}

OrderSeen order_seen(std::string_view text) {
    const std::string_view day = without_time(trimmed(text));
    const auto of = parts(day);
    if (!of || !small_number((*of)[0]) || !small_number((*of)[1])) return OrderSeen::none;
    const bool can_be_british = parse_date(day, DateOrder::day_first).has_value();
    const bool can_be_american = parse_date(day, DateOrder::month_first).has_value();
    if (can_be_british && can_be_american) return OrderSeen::either;
    if (can_be_british) return OrderSeen::day_first;
    return can_be_american ? OrderSeen::month_first : OrderSeen::none;
}

std::string date_fault(std::string_view text, DateOrder order) {
    if (is_time_alone(trimmed(text))) return "a time whose day a spreadsheet has left out";
    const OrderSeen seen = order_seen(text);
    if (order == DateOrder::day_first && seen == OrderSeen::month_first)
        return "a date with the month first, in a column that is read with the day first";
    if (order == DateOrder::month_first && seen == OrderSeen::day_first)
        return "a date with the day first, in a column that is read with the month first";
    if (order == DateOrder::both && seen == OrderSeen::either)
        return "a date that could have the day or the month first, in a column that has both";
    return "a date that is no day of the calendar";
}

} // namespace termbook
