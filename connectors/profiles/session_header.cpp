// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/session_header.hpp"

#include "connectors/profiles/profile.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace termbook {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                   "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};

/// The place of a word, whole or cut to three letters or more, in a list.
template<std::size_t count>
std::optional<unsigned> place_in(const std::array<std::string_view, count>& words, std::string_view text) {
    constexpr std::size_t shortest = 3;
    for (std::size_t i = 0; i < count; ++i)
        if (text.size() >= shortest && words[i].starts_with(text)) return static_cast<unsigned>(i);
    return std::nullopt;
}

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

/// "1", "01", "1st".
std::optional<int> day_number(std::string_view text) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
        if (text.ends_with(ending)) text.remove_suffix(ending.size());
    return text.size() <= 2 ? whole_number(text) : std::nullopt;
}

/// A year in four digits, or the last two of one.
std::optional<int> year_number(std::string_view text) {
    constexpr int century = 2000;
    const auto number = whole_number(text);
    if (!number || (text.size() != 2 && text.size() != 4)) return std::nullopt;
    return text.size() == 2 ? century + *number : *number;
}

std::optional<unsigned> month_number(std::string_view text) {
    if (const auto named = place_in(months, text)) return *named + 1;
    const auto number = text.size() <= 2 ? whole_number(text) : std::nullopt;
    return number ? std::optional(static_cast<unsigned>(*number)) : std::nullopt;
}

/// A midnight, which workbooks give to dates.
bool is_midnight(std::string_view word) {
    return word == "00:00" || word == "00:00:00";
}

std::vector<std::string> words_of(std::string_view text, std::string_view separators) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find_first_of(separators), text.size());
        if (size > 0) words.emplace_back(text.substr(0, size));
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return words;
}

/// Day, month and perhaps year, or year, month and day.
bool read_date(const std::vector<std::string>& parts, SessionHeader& header) {
    if (parts.size() != 2 && parts.size() != 3) return false;
    constexpr std::size_t year_digits = 4;
    const bool year_first = parts.size() == 3 && parts[0].size() == year_digits;
    const auto day = day_number(parts[year_first ? 2 : 0]);
    const auto month = month_number(parts[1]);
    if (parts.size() == 3) header.year = year_number(parts[year_first ? 0 : 2]);
    if (!day || !month || (parts.size() == 3 && !header.year)) return false;
    header.day = static_cast<unsigned>(*day);
    header.month = *month;
    constexpr unsigned longest_month = 31;
    return header.day >= 1 && header.day <= longest_month && header.month >= 1 &&
           header.month <= months.size();
}

} // namespace

std::optional<SessionHeader> parse_session_header(std::string_view text) {
    SessionHeader header;
    std::vector<std::string> parts;
    for (const std::string& word : words_of(folded_header(text), " ,")) {
        const bool first = parts.empty() && !header.named;
        if (const auto weekday = first ? place_in(weekdays, word) : std::nullopt)
            header.named = std::chrono::weekday(*weekday);
        else if (word == "am" || word == "morning" || word == "pm" || word == "afternoon") {
            if (header.afternoon) return std::nullopt;
            header.afternoon = word == "pm" || word == "afternoon";
        } else if (!is_midnight(word)) {
            for (std::string& part : words_of(word, "/-."))
                parts.push_back(std::move(part));
        }
    }
    return read_date(parts, header) ? std::optional(header) : std::nullopt;
}

std::optional<Date> SessionHeader::date_in(const AcademicYear& academic_year) const {
    const auto fits = [&](std::optional<Date> date) {
        return date && (!named || std::chrono::weekday(*date) == *named);
    };
    if (year) {
        const auto date = make_date(*year, month, day);
        return fits(date) ? date : std::nullopt;
    }
    const auto first = static_cast<int>(std::chrono::year_month_day{academic_year.from}.year());
    for (const int candidate : {first, first + 1})
        if (const auto date = make_date(candidate, month, day); fits(date) && academic_year.contains(*date))
            return date;
    return std::nullopt;
}

} // namespace termbook
