// SPDX-License-Identifier: MPL-2.0
#include "core/calendar/period.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace termbook {

namespace {

constexpr std::string_view season_titles[] = {"Autumn term", "Spring term", "Summer term"};

constexpr auto period_words = "year, ytd, autumn, spring, summer, term1…term6, half1…half6, month:2025-10 or "
                              "week:2025-W41";

[[noreturn]] void refuse(std::string_view text, std::string expected, std::string remedy) {
    throw Error({}, fmt::format("the period '{}'", text), std::move(expected), std::move(remedy),
                ErrorKind::usage);
}

std::optional<unsigned> number_in(std::string_view text) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Period whole_year(const AcademicYear& year, std::size_t index) {
    return {"year@" + year.name, year.name, index, year.from, year.to, true};
}

Period year_to_date(const AcademicYear& year, std::size_t index, std::optional<Date> last) {
    const Date to = last.value_or(year.to);
    const std::string name = last ? fmt::format("{} to {}", year.name, long_text(to)) : year.name;
    return {"ytd@" + year.name, name, index, year.from, to, true};
}

Period season_of(const AcademicYear& year, std::size_t index, std::string_view key, Season season) {
    Period period{fmt::format("{}@{}", key, year.name),
                  fmt::format("{} {}", season_titles[static_cast<std::size_t>(season)], year.name),
                  index,
                  {},
                  {}};
    bool found = false;
    for (const Term& term : year.terms) {
        if (term.season != season) continue;
        if (!found) period.from = term.from;
        period.to = term.to;
        found = true;
    }
    if (!found) refuse(key, fmt::format("a season of {}", year.name), "add its <term> to termbook.xml");
    return period;
}

/// The n-th of the year's terms. A trust that keeps six terms keeps its half terms so.
Period numbered_term(const AcademicYear& year, std::size_t index, std::string_view key, unsigned number) {
    if (number < 1 || number > year.terms.size())
        refuse(key, fmt::format("a number from 1 to {}, the terms of {}", year.terms.size(), year.name),
               "add the term to termbook.xml or ask for another");
    const Term& term = year.terms[number - 1];
    return {fmt::format("{}@{}", key, year.name), fmt::format("{} {}", term.name, year.name), index,
            term.from, term.to};
}

Period month_of(const AcademicYear& year, std::size_t index, Date first) {
    const std::chrono::year_month_day day{first};
    const Date last{day.year() / day.month() / std::chrono::last};
    return {"month:" + iso_text(first).substr(0, 7), month_text(first), index, std::max(first, year.from),
            std::min(last, year.to)};
}

std::optional<Date> week_start(std::string_view text) {
    if (text.size() < 7 || text.substr(4, 2) != "-W") return std::nullopt;
    const auto year = number_in(text.substr(0, 4));
    const auto week = number_in(text.substr(6));
    if (!year || !week) return std::nullopt;
    return iso_week(static_cast<int>(*year), *week);
}

Period week_of(std::size_t index, std::string_view text, Date monday) {
    return {fmt::format("week:{}", text), "week of " + long_text(monday), index, monday,
            monday + std::chrono::days{6}};
}

} // namespace

Calendar::Calendar(std::vector<AcademicYear> years) : m_years(std::move(years)) {}

std::optional<std::size_t> Calendar::year_of(Date date) const {
    for (std::size_t i = 0; i < m_years.size(); ++i)
        if (m_years[i].contains(date)) return i;
    return std::nullopt;
}

std::optional<std::size_t> Calendar::year_named(std::string_view name) const {
    for (std::size_t i = 0; i < m_years.size(); ++i)
        if (m_years[i].name == name) return i;
    return std::nullopt;
}

std::size_t Calendar::latest_begun(std::optional<Date> day) const {
    std::size_t latest = 0;
    std::optional<std::size_t> begun;
    for (std::size_t i = 0; i < m_years.size(); ++i) {
        if (m_years[i].from > m_years[latest].from) latest = i;
        if (day && m_years[i].from <= *day && (!begun || m_years[i].from > m_years[*begun].from)) begun = i;
    }
    return begun.value_or(latest);
}

Period Calendar::resolve(std::string_view text, std::size_t year, std::optional<Date> last) const {
    std::string_view word = text;
    std::optional<std::size_t> named;
    if (const auto at = text.find('@'); at != std::string_view::npos) {
        word = text.substr(0, at);
        named = year_named(text.substr(at + 1));
        if (!named) refuse(text, "a year of termbook.xml behind the @", "add the <year> or correct its name");
        year = *named;
    }
    if (word.starts_with("month:")) {
        const auto first = parse_iso_date(fmt::format("{}-01", word.substr(6)));
        if (!first) refuse(text, "a month such as month:2025-10", "correct it");
        // A year may begin inside a month: its last day then tells the year.
        const std::chrono::year_month_day day{*first};
        auto index = year_of(*first);
        if (!index) index = year_of(Date{day.year() / day.month() / std::chrono::last});
        if (!index) refuse(text, "a month of a year in termbook.xml", "add the <year>");
        if (named && named != index) refuse(text, "a month of the year behind the @", "correct one of them");
        return month_of(m_years[*index], *index, *first);
    }
    if (word.starts_with("week:")) {
        const auto monday = week_start(word.substr(5));
        if (!monday) refuse(text, "a week such as week:2025-W41", "correct it");
        auto index = year_of(*monday);
        if (!index) index = year_of(*monday + std::chrono::days{4});
        if (!index) refuse(text, "a week of a year in termbook.xml", "add the <year>");
        if (named && named != index) refuse(text, "a week of the year behind the @", "correct one of them");
        return week_of(*index, word.substr(5), *monday);
    }
    if (year >= m_years.size()) refuse(text, "a year in termbook.xml", "add a <year> to termbook.xml");
    const AcademicYear& academic_year = m_years[year];
    if (word == "year") return whole_year(academic_year, year);
    if (word == "ytd") return year_to_date(academic_year, year, last);
    for (const auto& [name, season] : season_names)
        if (word == name) return season_of(academic_year, year, word, season);
    for (const std::string_view prefix : {"term", "half"}) {
        if (!word.starts_with(prefix)) continue;
        const auto number = number_in(word.substr(prefix.size()));
        if (!number) continue;
        if (prefix == "half" && academic_year.terms.size() != 6)
            refuse(text, fmt::format("six terms in {}, each half a season", academic_year.name),
                   "give termbook.xml a <term season=\"…\"> for each half term, or ask for a season");
        return numbered_term(academic_year, year, word, *number);
    }
    refuse(text, period_words, "correct it");
}

std::string Calendar::shared_key(const Period& period) const {
    if (!period.key.starts_with("term") && !period.key.starts_with("half")) return period.key;
    const AcademicYear& year = m_years.at(period.year);
    for (const auto& [name, season] : season_names) {
        const auto in_season = [&, wanted = season](const Term& term) { return term.season == wanted; };
        if (std::none_of(year.terms.begin(), year.terms.end(), in_season)) continue;
        const Period whole = season_of(year, period.year, name, season);
        if (whole.from == period.from && whole.to == period.to) return whole.key;
    }
    constexpr auto word_length = std::string_view("half").size();
    return "term" + period.key.substr(word_length);
}

std::vector<Period> Calendar::terms(std::size_t year, std::optional<Date> last) const {
    std::vector<Period> periods;
    const AcademicYear& academic_year = m_years.at(year);
    for (unsigned i = 0; i < academic_year.terms.size(); ++i)
        if (!last || academic_year.terms[i].from <= *last)
            periods.push_back(numbered_term(academic_year, year, fmt::format("term{}", i + 1), i + 1));
    return periods;
}

std::vector<Period> Calendar::months(std::size_t year, std::optional<Date> last) const {
    std::vector<Period> periods;
    const AcademicYear& academic_year = m_years.at(year);
    const Date end = std::min(last.value_or(academic_year.to), academic_year.to);
    const std::chrono::year_month_day from{academic_year.from};
    for (std::chrono::year_month month{from.year(), from.month()}; Date{month / 1} <= end;
         month += std::chrono::months{1})
        periods.push_back(month_of(academic_year, year, Date{month / 1}));
    return periods;
}

} // namespace termbook
