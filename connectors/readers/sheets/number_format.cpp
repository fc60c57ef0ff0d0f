// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/sheets/number_format.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace termbook::readers {

namespace {

using Kind = NumberFormat::Kind;

constexpr std::size_t most_padding = 15;

/// [h], [mm] and the like count on beyond a day; others in brackets are colours, conditions and languages.
bool is_elapsed(std::string_view bracketed) {
    return !bracketed.empty() &&
           (bracketed.front() == 'h' || bracketed.front() == 'm' || bracketed.front() == 's') &&
           bracketed.find_first_not_of(bracketed.front()) == std::string_view::npos;
}

/// The letters and signs of a code's first section that stand for a part of the value, in lower case.
struct Placeholders {
    std::string letters;
    bool elapsed{false};
    bool literal{false}; ///< there is text beside them
};

Placeholders placeholders_of(std::string_view code) {
    Placeholders found;
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        const char letter = static_cast<char>(std::tolower(static_cast<unsigned char>(code[at])));
        if (letter == '"') {
            at = std::min(code.find('"', at + 1), code.size());
            found.literal = true;
        } else if (letter == '[') {
            const std::size_t end = std::min(code.find(']', at), code.size());
            std::string inside(code.substr(at + 1, end - at - 1));
            std::transform(inside.begin(), inside.end(), inside.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            found.elapsed |= is_elapsed(inside);
            at = end;
        } else if (letter == '\\' || letter == '_' || letter == '*') {
            ++at;
            found.literal = true;
        } else {
            found.letters += letter;
        }
    }
    return found;
}

} // namespace

NumberFormat read_number_format(std::string_view code) {
    const Placeholders found = placeholders_of(code);
    const std::string& letters = found.letters;
    if (found.elapsed) return {Kind::elapsed, 0};
    if (letters.find("general") != std::string::npos) return {};
    if (letters.find('%') != std::string::npos) return {Kind::percent, 0};
    // E is the year in an emperor's reign, but behind digits an exponent.
    const bool has_digits = letters.find_first_of("0#?") != std::string::npos;
    if (letters.find_first_of(has_digits ? "ydhs" : "ydhsme") != std::string::npos) return {Kind::date, 0};
    const bool zeros_only = letters.size() > 1 && letters.find_first_not_of('0') == std::string::npos;
    if (zeros_only && !found.literal && letters.size() <= most_padding)
        return {Kind::padded, static_cast<int>(letters.size())};
    return {};
}

NumberFormat built_in_number_format(int id) {
    constexpr int percents[] = {9, 10};
    if (id == percents[0] || id == percents[1]) return {Kind::percent, 0};
    constexpr int elapsed_hours = 46;
    if (id == elapsed_hours) return {Kind::elapsed, 0};
    const auto within = [id](int first, int last) { return id >= first && id <= last; };
    // The ranges behind 22 are those of East Asian languages.
    if (within(14, 22) || within(27, 36) || within(45, 47) || within(50, 58)) return {Kind::date, 0};
    return {};
}

} // namespace termbook::readers
