// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/values.hpp"

#include "connectors/profiles/profile.hpp"
#include "core/letters.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace termbook {

namespace {

/// No pupil has as many sessions; what is larger is no count, and could overflow the sums.
constexpr std::int64_t largest_count = 1'000'000;

/// Some systems give every date a midnight, and workbooks a time of day: "01/09/2025 00:00", "…T08:30:00".
std::string_view without_time(std::string_view text) {
    constexpr std::size_t date_size = 10;
    const bool has_time = text.size() >= date_size + 6 &&
                          (text[date_size] == 'T' || text[date_size] == ' ') &&
                          text.find_first_not_of("0123456789:.", date_size + 1) == std::string_view::npos &&
                          text[date_size + 3] == ':';
    return has_time ? text.substr(0, date_size) : text;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    for (;;) {
        if (text.empty()) return text;
        if (is_blank(text.front()))
            text.remove_prefix(1);
        else if (is_blank(text.back()))
            text.remove_suffix(1);
        else if (text.starts_with(no_break_space))
            text.remove_prefix(no_break_space.size());
        else if (text.ends_with(no_break_space))
            text.remove_suffix(no_break_space.size());
        else
            return text;
    }
}

std::optional<Sex> parse_sex(std::string_view text) {
    const std::string word = folded_header(text);
    for (const std::string_view female : {"f", "female", "girl", "g"})
        if (word == female) return Sex::female;
    for (const std::string_view male : {"m", "male", "boy", "b"})
        if (word == male) return Sex::male;
    return std::nullopt;
}

std::optional<std::int64_t> parse_count(std::string_view text) {
    std::string digits;
    for (const char c : trimmed(text))
        if (c != ',') digits += c;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || number < 0 || number > largest_count)
        return std::nullopt;
    return number;
}

std::optional<Date> parse_date(std::string_view text) {
    const std::string_view day = without_time(trimmed(text));
    const auto date = parse_iso_date(day);
    return date ? date : parse_british_date(day);
}

std::string shown(std::string_view value) {
    if (value.empty()) return "(a blank)";
    constexpr std::size_t longest_code = 2;
    constexpr std::size_t longest_word = 8;
    constexpr std::size_t most_digits = 3;
    const auto is_digit = [](unsigned char c) { return c >= '0' && c <= '9'; };
    const auto digits = static_cast<std::size_t>(std::count_if(value.begin(), value.end(), is_digit));
    const bool numbered =
        digits > 0 && digits <= most_digits && is_digit(static_cast<unsigned char>(value.back()));
    const bool dated = value.find('/') != std::string_view::npos;
    const bool printable =
        std::none_of(value.begin(), value.end(), [](unsigned char c) { return c < ' ' || c == 0x7F; });
    if (!printable) return "(characters that do not print)";
    const bool harmless =
        value.size() <= longest_code || (numbered && !dated && value.size() <= longest_word);
    return harmless ? fmt::format("'{}'", value) : "(a longer text)";
}

std::optional<bool> parse_afternoon(std::string_view text) {
    if (text == "AM") return false;
    if (text == "PM") return true;
    const std::string word = folded_header(text);
    if (word == "am" || word == "morning" || word == "1") return false;
    if (word == "pm" || word == "afternoon" || word == "2") return true;
    return std::nullopt;
}

} // namespace termbook
