// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/error.hpp"
#include "core/spelling.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace termbook::cli {

/// The words that an option takes, and what each means.
template<typename Value>
using Choices = std::vector<std::pair<std::string_view, Value>>;

/// Throws Error (usage): a word of the command line that is none of those known, with the nearest of them.
[[noreturn]] inline void refuse_word(const std::string& found, const std::string& word,
                                     const std::vector<std::string_view>& known) {
    const auto nearest = nearest_spelling(word, known);
    throw Error({}, fmt::format("{} '{}'", found, word), fmt::format("one of {}", fmt::join(known, ", ")),
                nearest.empty() ? "correct it" : fmt::format("did you mean '{}'?", nearest),
                ErrorKind::usage);
}

/// What the word behind an option means. Throws Error (usage).
template<typename Value>
Value chosen(const std::string& option, const std::string& word, const Choices<Value>& choices) {
    std::vector<std::string_view> known;
    for (const auto& [name, value] : choices) {
        if (name == word) return value;
        known.push_back(name);
    }
    refuse_word(option, word, known);
}

} // namespace termbook::cli
