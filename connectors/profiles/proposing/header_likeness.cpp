// SPDX-License-Identifier: MPL-2.0
#include "connectors/profiles/proposing/header_likeness.hpp"

#include "core/spelling.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace termbook {

namespace {

using Words = std::vector<std::string>;

/// Words that schools use for one thing.
constexpr std::pair<std::string_view, std::string_view> same_words[] = {
    {"yr", "year"},
    {"cohort", "year"},
    {"grp", "group"},
    {"gp", "group"},
    {"reg", "registration"},
    {"tutor", "registration"},
    {"form", "registration"},
    {"gender", "sex"},
    {"birthday", "birth"},
    {"auth", "authorised"},
    {"unauth", "unauthorised"},
    {"abs", "absence"},
    {"absences", "absence"},
    {"poss", "possible"},
    {"att", "attendance"},
    {"sess", "session"},
    {"sessions", "session"},
    {"marks", "mark"},
    {"no", "number"},
    {"ref", "number"},
    {"reference", "number"},
    {"id", "number"},
    {"identifier", "number"},
    {"lang", "language"},
    {"family", "last"},
    {"given", "first"},
    {"admitted", "admission"},
    {"joined", "admission"},
    {"joining", "admission"},
    {"left", "leaving"},
    {"disadvantaged", "premium"},
    {"mathematics", "maths"},
    {"math", "maths"},
};

/// Words that do not tell one column from another.
constexpr std::string_view empty_words[] = {"pupil",   "pupils", "student", "students", "learner", "child",
                                            "the",     "of",     "a",       "is",       "in",      "for",
                                            "current", "status", "code",    "s",        "our",     "legal"};

/// Words that make another thing of a column: a reading score of autumn is none of the tests at the end of a
/// stage.
constexpr std::string_view other_things[] = {"autumn",  "spring",    "summer",   "term", "baseline", "target",
                                             "targets", "predicted", "forecast", "mock", "previous", "prior"};

constexpr double same_letters = 0.97; ///< "YearGroup" and "Year group"
constexpr double same_meaning = 0.92;
constexpr std::size_t long_word = 5; ///< that may have a slip in it

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

Words words_of(std::string_view folded) {
    Words words;
    bool within = false;
    for (const char c : folded) {
        if (is_letter_or_digit(c)) {
            if (!within) words.emplace_back();
            words.back() += c;
        }
        within = is_letter_or_digit(c);
    }
    return words;
}

std::string joined(const Words& words) {
    std::string text;
    for (const std::string& word : words)
        text += word;
    return text;
}

/// The words that tell, each as the one that stands for all of its like; all of them where none tells.
Words telling(Words words) {
    for (std::string& word : words)
        for (const auto& [other, meant] : same_words)
            if (word == other) word = meant;
    Words kept = words;
    std::erase_if(kept, [](const std::string& word) {
        return std::find(std::begin(empty_words), std::end(empty_words), word) != std::end(empty_words);
    });
    return kept.empty() ? words : kept;
}

bool another_thing(const Words& words, const Words& others) {
    const auto has = [](const Words& all, std::string_view word) {
        return std::find(all.begin(), all.end(), word) != all.end();
    };
    return std::any_of(std::begin(other_things), std::end(other_things),
                       [&](std::string_view word) { return has(words, word) != has(others, word); });
}

bool alike(const std::string& a, const std::string& b) {
    return a == b || (a.size() >= long_word && b.size() >= long_word && letters_to_change(a, b) <= 1);
}

} // namespace

double header_likeness(std::string_view header, std::string_view known) {
    if (header.empty() || known.empty()) return 0;
    if (header == known) return 1;
    const Words words = words_of(header);
    const Words others = words_of(known);
    if (words.empty() || others.empty()) return 0;
    if (joined(words) == joined(others)) return same_letters;
    if (another_thing(words, others)) return 0;
    const Words a = telling(words);
    Words b = telling(others);
    const std::size_t all = a.size() + b.size();
    std::size_t shared = 0;
    for (const std::string& word : a) {
        const auto found =
            std::find_if(b.begin(), b.end(), [&](const std::string& other) { return alike(word, other); });
        if (found == b.end()) continue;
        ++shared;
        b.erase(found);
    }
    return same_meaning * 2 * static_cast<double>(shared) / static_cast<double>(all);
}

} // namespace termbook
