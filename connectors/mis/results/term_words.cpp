// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/results/term_words.hpp"

#include "connectors/profiles/profile.hpp"
#include "core/letters.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace termbook {

namespace {

constexpr std::pair<std::string_view, Season> seasons[] = {
    {"autumn", Season::autumn}, {"aut", Season::autumn},    {"spring", Season::spring},
    {"spr", Season::spring},    {"summer", Season::summer}, {"sum", Season::summer},
};

bool is_half(std::string_view word) {
    return word == "1" || word == "2";
}

/// The digits of "24/25", "2024-25" or "2024/2025"; empty for anything else.
std::string year_digits(std::string_view word) {
    const auto slash = word.find_first_of("/-");
    std::string digits;
    std::copy_if(word.begin(), word.end(), std::back_inserter(digits), is_digit);
    const bool only_these = slash != std::string_view::npos && digits.size() + 1 == word.size();
    const bool both = slash >= 2 && word.size() - slash >= 3;
    return only_these && both ? digits : std::string();
}

/// Whether the digits are those of a year's name: "2425", "202425" or "20242025" of "2024/25".
bool names(std::string_view digits, const AcademicYear& year) {
    std::string full;
    std::copy_if(year.name.begin(), year.name.end(), std::back_inserter(full), is_digit);
    if (full.size() != 6) return digits == full;
    const std::string in_full = full.substr(0, 4) + full.substr(0, 2) + full.substr(4);
    return digits == full || digits == full.substr(2) || digits == in_full;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : folded_header(text)) {
        const bool between = c == ' ' || c == ':' || c == '_' || c == '(' || c == ')' || c == ',';
        if (!between)
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

/// "aut", "aut2": reads the season, and the half if it is written behind it.
bool read_season(std::string_view word, TermWords& term) {
    std::optional<int> half;
    if (!word.empty() && is_half(word.substr(word.size() - 1))) {
        half = word.back() - '0';
        word.remove_suffix(1);
    }
    for (const auto& [name, season] : seasons)
        if (name == word) {
            term.season = season;
            term.half = half;
            return true;
        }
    return false;
}

std::optional<std::size_t> year_meant(const TermWords& term, const Calendar& calendar, std::size_t year) {
    if (term.year.empty()) return year;
    const auto& years = calendar.years();
    for (std::size_t i = 0; i < years.size(); ++i)
        if (names(term.year, years[i])) return i;
    return std::nullopt;
}

} // namespace

std::optional<TermWords> parse_term_words(std::string_view text) {
    TermWords term;
    bool found = false;
    const auto words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (!found && read_season(word, term)) {
            found = true;
            if (!term.half && i + 1 < words.size() && is_half(words[i + 1]))
                term.half = words[++i].front() - '0';
        } else if (std::string digits = year_digits(word); !digits.empty())
            term.year = std::move(digits);
        else if (word != "term" && word != "-")
            term.rest += (term.rest.empty() ? "" : " ") + word;
    }
    return found ? std::optional(term) : std::nullopt;
}

std::optional<Date> first_day(const TermWords& term, const Calendar& calendar, std::size_t year) {
    const auto meant = year_meant(term, calendar, year);
    if (!meant) return std::nullopt;
    std::vector<Term> of_season;
    for (const Term& each : calendar.years()[*meant].terms)
        if (each.season == term.season) of_season.push_back(each);
    if (of_season.empty()) return std::nullopt;
    if (term.half != 2) return of_season.front().from;
    if (of_season.size() > 1) return of_season[1].from;
    return of_season.front().from + (of_season.front().to - of_season.front().from) / 2;
}

} // namespace termbook
