// SPDX-License-Identifier: MPL-2.0
#include "core/calendar/period.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook {

namespace {

/// "autumn" of "autumn@2025/26".
std::string_view word_of(const Period& period) {
    return std::string_view(period.key).substr(0, period.key.find('@'));
}

bool is_whole_or_to_date(std::string_view word) {
    return word == "year" || word == "ytd";
}

/// The same day of the year before; the last of February for the 29th.
Date a_year_earlier(Date date) {
    const std::chrono::year_month_day day{date};
    const auto earlier = day - std::chrono::years{1};
    return earlier.ok() ? Date{earlier} : Date{earlier.year() / earlier.month() / std::chrono::last};
}

/// Periods are written out by Calendar::resolve alone; what is not configured is none.
std::optional<Period> resolved(const Calendar& calendar, const std::string& text, std::size_t year) {
    try {
        return calendar.resolve(text, year, std::nullopt);
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::string month_key(Date date) {
    return "month:" + iso_text(date).substr(0, 7);
}

/// The ISO 8601 week of a Monday: "week:2025-W41".
std::string week_key(Date monday) {
    const Date thursday = monday + std::chrono::days{3};
    const std::chrono::year year = std::chrono::year_month_day{thursday}.year();
    const auto days = (thursday - Date{year / std::chrono::January / 1}).count();
    return fmt::format("week:{}-W{:02}", static_cast<int>(year), days / 7 + 1);
}

constexpr std::string_view seasons[] = {"autumn", "spring", "summer"};

} // namespace

std::optional<std::size_t> Calendar::year_before(std::size_t year) const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < m_years.size(); ++i)
        if (m_years[i].from < m_years[year].from && (!found || m_years[i].from > m_years[*found].from))
            found = i;
    return found;
}

std::optional<Period> Calendar::a_year_before(const Period& period) const {
    const auto year = year_before(period.year);
    if (!year) return std::nullopt;
    const std::string_view word = word_of(period);
    if (word.starts_with("month:")) return resolved(*this, month_key(a_year_earlier(period.from)), *year);
    if (word.starts_with("week:")) {
        constexpr std::chrono::weeks year_of_weeks{52};
        return resolved(*this, week_key(period.from - year_of_weeks), *year);
    }
    if (word != "ytd") return resolved(*this, std::string(word), *year);
    // A year that is over is compared with the whole of the one before, of which totals may be all there is.
    const auto& terms = m_years[period.year].terms;
    if (!terms.empty() && period.to >= terms.back().to) return resolved(*this, "year", *year);
    const Date last = a_year_earlier(period.to);
    Period earlier = resolve("ytd", *year, last);
    earlier.key = fmt::format("ytd@{} to {}", m_years[*year].name, iso_text(last));
    earlier.whole_year = false;
    return earlier;
}

std::optional<Period> Calendar::before(const Period& period) const {
    const std::string_view word = word_of(period);
    if (is_whole_or_to_date(word)) return a_year_before(period);
    if (word.starts_with("week:"))
        return resolved(*this, week_key(period.from - std::chrono::weeks{1}), period.year);
    if (word.starts_with("month:"))
        return resolved(*this,
                        month_key(Date{std::chrono::year_month_day{period.from}.year() /
                                       std::chrono::year_month_day{period.from}.month() / 1} -
                                  std::chrono::days{1}),
                        period.year);
    const auto year = year_before(period.year);
    const auto season = std::find(std::begin(seasons), std::end(seasons), word);
    if (season == std::begin(seasons))
        return year ? resolved(*this, std::string(*std::rbegin(seasons)), *year) : std::nullopt;
    if (season != std::end(seasons)) return resolved(*this, std::string(*(season - 1)), period.year);
    // What is left is a term by its number.
    const auto digit = word.find_first_of("123456789");
    const int number = std::stoi(std::string(word.substr(digit)));
    if (number > 1)
        return resolved(*this, fmt::format("{}{}", word.substr(0, digit), number - 1), period.year);
    if (!year) return std::nullopt;
    return resolved(*this, fmt::format("{}{}", word.substr(0, digit), m_years[*year].terms.size()), *year);
}

} // namespace termbook
