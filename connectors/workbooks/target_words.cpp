// SPDX-License-Identifier: MPL-2.0
#include "connectors/workbooks/target_words.hpp"

#include "connectors/mis/tables/values.hpp"
#include "connectors/profiles/profile.hpp"
#include "core/diagnostics/error.hpp"
#include "core/figures/comparing/targets.hpp"
#include "core/letters.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace termbook {

namespace {

constexpr std::pair<std::string_view, bool> directions[] = {
    {"at least", true}, {"at-least", true}, {"min", true},  {"minimum", true},  {"or more", true},
    {"above", true},    {">=", true},       {">", true},    {"≥", true},        {"higher is better", true},
    {"at most", false}, {"at-most", false}, {"max", false}, {"maximum", false}, {"or less", false},
    {"below", false},   {"<=", false},      {"<", false},   {"≤", false},       {"lower is better", false}};

std::optional<std::string> group_key(std::string_view text) {
    const std::string folded = folded_header(text);
    for (const GroupDefinition& group : groups())
        for (const GroupChoice& choice : {GroupChoice{&group, false}, GroupChoice{&group, true}})
            if (folded == choice.key() || folded == folded_header(choice.title())) return choice.key();
    return std::nullopt;
}

/// A period as a mark writes it, without its year.
std::string period_word(std::string_view text) {
    constexpr std::string_view term = " term";
    std::string word;
    if (text.ends_with(term)) text.remove_suffix(term.size());
    for (const char c : text)
        if (c != ' ') word += c;
    const bool whole = word.empty() || word == "wholeyear" || word == "academicyear";
    return whole ? "year" : word;
}

/// A text split into a period and the year behind it, if it names one.
std::pair<std::string_view, std::optional<std::size_t>> split_year(std::string_view text,
                                                                   const Calendar& calendar) {
    for (std::size_t i = 0; i < calendar.years().size(); ++i) {
        const std::string& name = calendar.years()[i].name;
        if (!text.ends_with(lower(name))) continue;
        text.remove_suffix(name.size());
        if (text.ends_with('@')) text.remove_suffix(1);
        return {trimmed(text), i};
    }
    return {text, std::nullopt};
}

std::optional<Period> resolve(const std::string& word, std::size_t year, const Calendar& calendar) {
    try {
        return calendar.resolve(word, year, std::nullopt);
    } catch (const Error&) {
        return std::nullopt; // the year has no such term, or the word is none
    }
}

} // namespace

const FigureDefinition* find_figure_named(std::string_view text) {
    const std::string folded = folded_header(text);
    for (const FigureDefinition& figure : catalogue())
        if (folded == figure.key || folded == folded_header(figure.title)) return &figure;
    return nullptr;
}

std::optional<std::vector<std::string>> parse_group_names(std::string_view text) {
    // Titles may hold commas of their own.
    if (auto whole = group_key(text)) return std::vector{std::move(*whole)};
    std::vector<std::string> keys;
    while (true) {
        const auto comma = text.find(',');
        auto key = group_key(text.substr(0, comma));
        if (!key) return std::nullopt;
        keys.push_back(std::move(*key));
        if (comma == std::string_view::npos) break;
        text.remove_prefix(comma + 1);
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::vector<Period> parse_periods(std::string_view text, const Calendar& calendar) {
    const std::string folded = folded_header(text);
    const auto [words, named] = split_year(folded, calendar);
    const std::string word = period_word(words);
    std::vector<Period> periods;
    const auto add = [&](std::optional<Period> period) {
        if (period && std::find(periods.begin(), periods.end(), *period) == periods.end())
            periods.push_back(std::move(*period));
    };
    for (std::size_t year = 0; year < calendar.years().size(); ++year) {
        if (named && named != year) continue;
        auto period = resolve(word, year, calendar);
        const auto& terms = calendar.years()[year].terms;
        for (std::size_t i = 0; i < terms.size() && !period; ++i)
            if (folded_header(terms[i].name) == words)
                period = resolve(fmt::format("term{}", i + 1), year, calendar);
        add(std::move(period));
    }
    return periods;
}

std::optional<bool> parse_at_least(std::string_view text) {
    const std::string folded = folded_header(text);
    for (const auto& [word, at_least] : directions)
        if (word == folded) return at_least;
    return std::nullopt;
}

std::optional<double> parse_target_value(std::string_view text) {
    if (text.ends_with('%')) text = trimmed(text.substr(0, text.size() - 1));
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

void add_target(Trust& trust, TargetRule rule, const SourcePos& pos) {
    const auto report = [&](std::string found, std::string expected, std::string remedy) {
        trust.issues.add({pos, std::move(found), std::move(expected), std::move(remedy), 1, {}});
    };
    const FigureDefinition* figure = find_figure(rule.figure);
    if (!figure || !has_target(*figure))
        return report(fmt::format("a target for {}", rule.figure), "a figure that is a rate or a score",
                      "it is held against nothing; set a target for a rate");
    const auto known = std::find_if(trust.targets.begin(), trust.targets.end(),
                                    [&](const TargetRule& each) { return of_the_same(each, rule); });
    if (known == trust.targets.end()) return trust.targets.push_back(std::move(rule));
    if (known->value != rule.value || known->at_least != rule.at_least)
        report(fmt::format("two different targets for {}", rule.figure),
               "one for the same school, pupils and period",
               "that of termbook.xml holds, else that of the newest file; remove one of the two");
}

} // namespace termbook
