// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/conduct/incident_reasons.hpp"

#include "core/letters.hpp"

#include <fmt/format.h>

namespace termbook {

namespace {

constexpr std::size_t most_words = 4;
constexpr std::size_t longest_alone = 30;

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool between = true;
    for (const char c : text) {
        if (!is_blank(c) && between) ++words;
        between = is_blank(c);
    }
    return words;
}

} // namespace

std::string listed_reasons() {
    return fmt::format("one of a list: at most {} words without digits or brackets, or the same in {} rows",
                       most_words, rows_of_listed_reason);
}

bool may_be_account(std::string_view reason, std::size_t rows) {
    if (count_characters(reason) > longest_reason) return true;
    if (rows >= rows_of_listed_reason) return false;
    return count_words(reason) > most_words ||
           reason.find_first_of("0123456789()[]{}") != std::string_view::npos ||
           (rows == 1 && count_characters(reason) > longest_alone);
}

} // namespace termbook
