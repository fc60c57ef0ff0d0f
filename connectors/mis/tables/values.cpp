// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/tables/values.hpp"

#include "connectors/profiles/profile.hpp"
#include "core/letters.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace termbook {

namespace {

/// No pupil has as many sessions; what is larger is no count, and could overflow the sums.
constexpr std::int64_t largest_count = 1'000'000;

/// "374.0" is "374"; "374.5" stays.
std::string_view without_fraction_of_none(std::string_view text) {
    const auto point = text.find('.');
    const bool none = point != std::string_view::npos && point + 1 < text.size() &&
                      text.find_first_not_of('0', point + 1) == std::string_view::npos;
    return none ? text.substr(0, point) : text;
}

/// "1,204" without its comma; none where commas do not stand before each three digits ("1,2" is no 12).
std::optional<std::string> without_separators(std::string_view text) {
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool before_thousands = i > 0 && (text.size() - i) % 4 == 0;
        if (text[i] != ',')
            digits += text[i];
        else if (!before_thousands)
            return std::nullopt;
    }
    return digits;
}

template<typename Meaning>
using Word = std::pair<std::string_view, Meaning>;

constexpr Word<Sex> sexes[] = {{"f", Sex::female}, {"female", Sex::female}, {"girl", Sex::female},
                               {"g", Sex::female}, {"m", Sex::male},        {"male", Sex::male},
                               {"boy", Sex::male}, {"b", Sex::male}};

constexpr Word<bool> answers[] = {{"yes", true}, {"y", true},  {"true", true},   {"t", true},  {"1", true},
                                  {"no", false}, {"n", false}, {"false", false}, {"f", false}, {"0", false}};

constexpr Word<SenStatus> sen_statuses[] = {
    {"n", SenStatus::none},
    {"none", SenStatus::none},
    {"no special educational need", SenStatus::none},
    {"no special educational needs", SenStatus::none},
    {"no sen", SenStatus::none},
    {"k", SenStatus::support},
    {"sen support", SenStatus::support},
    {"a", SenStatus::support},
    {"p", SenStatus::support},
    {"e", SenStatus::plan},
    {"s", SenStatus::plan},
    {"ehc plan", SenStatus::plan},
    {"ehcp", SenStatus::plan},
    {"education, health and care plan", SenStatus::plan},
};

constexpr Word<PriorBand> prior_bands[] = {
    {"low", PriorBand::low},    {"l", PriorBand::low},         {"lap", PriorBand::low},
    {"lower", PriorBand::low},  {"middle", PriorBand::middle}, {"m", PriorBand::middle},
    {"map", PriorBand::middle}, {"high", PriorBand::high},     {"h", PriorBand::high},
    {"hap", PriorBand::high},   {"higher", PriorBand::high}};

/// First languages that are English, or of which the census says that they are not known: believed English
/// (ENB), not obtained (NOT), refused (REF). All others are additional.
constexpr Word<std::optional<bool>> languages[] = {{"eng", false},
                                                   {"english", false},
                                                   {"enb", false},
                                                   {"believed to be english", false},
                                                   {"not", std::nullopt},
                                                   {"ref", std::nullopt},
                                                   {"refused", std::nullopt},
                                                   {"information not obtained", std::nullopt}};

template<typename Meaning, std::size_t n>
std::optional<Meaning> find_word(const Word<Meaning> (&words)[n], std::string_view text) {
    const std::string folded = folded_header(text);
    for (const auto& [word, meaning] : words)
        if (word == folded) return meaning;
    return std::nullopt;
}

bool is_percentage(std::string_view text) {
    constexpr std::size_t longest = 6;
    const bool has_sign = text.size() > 1 && text.size() <= longest && text.back() == '%';
    return has_sign && text.find_first_not_of("0123456789.") == text.size() - 1;
}

/// A letter, of whatever alphabet.
bool is_of_a_word(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
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
    return find_word(sexes, text);
}

std::optional<bool> parse_yes_no(std::string_view text) {
    return find_word(answers, text);
}

std::optional<SenStatus> parse_sen_status(std::string_view text) {
    return find_word(sen_statuses, text);
}

std::optional<PriorBand> parse_prior_band(std::string_view text) {
    return find_word(prior_bands, text);
}

std::optional<bool> is_additional_language(std::string_view language) {
    const std::string word = folded_header(language);
    if (word.empty()) return std::nullopt;
    if (const auto known = find_word(languages, word)) return *known;
    return true;
}

std::optional<std::int64_t> parse_count(std::string_view text) {
    const auto digits = without_separators(without_fraction_of_none(trimmed(text)));
    if (!digits) return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits->data(), digits->data() + digits->size(), number);
    if (error != std::errc{} || end != digits->data() + digits->size() || number < 0 ||
        number > largest_count)
        return std::nullopt;
    return number;
}

std::string shown(std::string_view value) {
    if (value.empty()) return "(a blank)";
    constexpr std::size_t longest_code = 2;
    constexpr std::size_t longest_word = 8;
    constexpr std::size_t most_digits = 3;
    const auto digits = static_cast<std::size_t>(std::count_if(value.begin(), value.end(), is_digit));
    const bool numbered = digits > 0 && digits <= most_digits && is_digit(value.back());
    const bool dated = value.find('/') != std::string_view::npos;
    const bool printable =
        std::none_of(value.begin(), value.end(), [](unsigned char c) { return c < ' ' || c == 0x7F; });
    if (!printable) return "(characters that do not print)";
    const bool harmless =
        value.size() <= longest_code || (numbered && !dated && value.size() <= longest_word);
    if (harmless || is_percentage(value)) return fmt::format("'{}'", value);
    return std::all_of(value.begin(), value.end(), is_of_a_word) ? "(a word)" : "(a longer text)";
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
