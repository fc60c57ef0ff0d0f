// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/evaluation/number_text.hpp"

#include "templates/formulas/evaluation/arithmetic.hpp"
#include "templates/formulas/evaluation/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>

namespace termbook::formulas {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_letter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(' ');
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

bool same_letters(std::string_view text, std::string_view lower_case) {
    return std::equal(text.begin(), text.end(), lower_case.begin(), lower_case.end(),
                      [](char a, char b) { return lower(a) == b; });
}

/// Takes the commas out of "1,234,567"; none when they do not stand before groups of three.
std::optional<std::string> without_groups(std::string_view text) {
    const auto whole = text.substr(0, text.find_first_of(".eE"));
    const auto comma = whole.find(',');
    if (comma == std::string_view::npos) return std::string(text);
    if (comma == 0 || comma > 3) return std::nullopt;
    for (std::size_t i = comma; i < whole.size(); ++i)
        if ((whole[i] == ',') != ((i - comma) % 4 == 0)) return std::nullopt;
    if ((whole.size() - comma) % 4 != 0) return std::nullopt;
    std::string plain(text);
    plain.erase(std::remove(plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(whole.size()), ','),
                plain.begin() + static_cast<std::ptrdiff_t>(whole.size()));
    return plain;
}

std::optional<double> plain_number(std::string_view text) {
    double sign = 1;
    if (text.starts_with('-') || text.starts_with('+')) {
        sign = text.front() == '-' ? -1 : 1;
        text = trimmed(text.substr(1));
    }
    double scale = 1;
    if (text.ends_with('%')) {
        scale = 100;
        text = trimmed(text.substr(0, text.size() - 1));
    }
    if (text.empty() || (!is_digit(text.front()) && text.front() != '.')) return std::nullopt;
    const auto plain = without_groups(text);
    if (!plain) return std::nullopt;
    double number = 0;
    const auto read = std::from_chars(plain->data(), plain->data() + plain->size(), number);
    if (read.ec != std::errc() || read.ptr != plain->data() + plain->size()) return std::nullopt;
    return sign * number / scale;
}

std::optional<int> digits(std::string_view text, std::size_t least, std::size_t most) {
    if (text.size() < least || text.size() > most || !std::all_of(text.begin(), text.end(), is_digit))
        return std::nullopt;
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// "12:30" or "12:30:15", as a part of a day.
std::optional<double> time_of_day(std::string_view text) {
    const auto first = text.find(':');
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = text.find(':', first + 1);
    const auto hours = digits(text.substr(0, first), 1, 2);
    const auto minutes =
        digits(text.substr(first + 1, second == std::string_view::npos ? second : second - first - 1), 1, 2);
    const auto seconds =
        second == std::string_view::npos ? std::optional<int>(0) : digits(text.substr(second + 1), 1, 2);
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 59) return std::nullopt;
    return (*hours * 3600 + *minutes * 60 + *seconds) / 86400.0;
}

/// "2026-01-31", with or without a time behind a T or a blank.
std::optional<double> iso_date(std::string_view text) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4), 4, 4);
    const auto month = digits(text.substr(5, 2), 2, 2);
    const auto day = digits(text.substr(8, 2), 2, 2);
    if (!year || !month || !day) return std::nullopt;
    const auto serial = to_serial(*year, *month, *day);
    if (!serial) return std::nullopt;
    if (text.size() == 10) return *serial;
    if (text[10] != 'T' && text[10] != ' ') return std::nullopt;
    const auto time = time_of_day(text.substr(11));
    if (!time) return std::nullopt;
    return *serial + *time;
}

/// Words that stand in dates and numbers; any other word makes a text a text.
bool is_word_of_dates(std::string_view word) {
    static constexpr std::array<std::string_view, 4> others{"am", "pm", "e", "t"};
    if (std::any_of(others.begin(), others.end(), [&](auto other) { return same_letters(word, other); }))
        return true;
    if (word.size() < 3) return false;
    for (int month = 1; month <= 12; ++month) {
        const std::string_view name = month_name(month);
        if (word.size() <= name.size() && std::equal(word.begin(), word.end(), name.begin(),
                                                     [](char a, char b) { return lower(a) == lower(b); }))
            return true;
    }
    return false;
}

bool depends_on_locale(std::string_view text) {
    if (text.find_first_of("#@_!?*&=<>\"~|\\{}[]") != std::string_view::npos) return false; // in no number
    if (std::none_of(text.begin(), text.end(), is_digit)) return false;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(text[at])) {
            ++at;
            continue;
        }
        const std::size_t from = at;
        while (at < text.size() && is_letter(text[at]))
            ++at;
        if (!is_word_of_dates(text.substr(from, at - from))) return false;
    }
    return true;
}

std::string without_trailing_zeros(std::string text) {
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

} // namespace

NumberText read_number(std::string_view text) {
    const std::string_view bare = trimmed(text);
    if (bare.empty()) return {};
    if (const auto number = plain_number(bare)) return {.number = number};
    if (const auto number = iso_date(bare)) return {.number = number};
    if (const auto number = time_of_day(bare)) return {.number = number};
    if (same_letters(bare, "true")) return {.number = 1.0};
    if (same_letters(bare, "false")) return {.number = 0.0};
    return {.number = {}, .depends = depends_on_locale(bare)};
}

std::string write_number(double number) {
    if (std::trunc(number) == number && std::abs(number) < 0x1p53) return fmt::format("{:.0f}", number + 0.0);
    const double rounded = to_significant_digits(number, 15);
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(number))));
    if (exponent > -15 && exponent < 15)
        return without_trailing_zeros(fmt::format("{:.{}f}", rounded, std::clamp(14 - exponent, 0, 20)));
    const std::string text = fmt::format("{:.14e}", rounded);
    const auto e = text.find('e');
    int power = 0;
    const std::size_t from = text[e + 1] == '+' ? e + 2 : e + 1;
    std::from_chars(text.data() + from, text.data() + text.size(), power);
    return fmt::format("{}E{}{:03}", without_trailing_zeros(text.substr(0, e)), power < 0 ? '-' : '+',
                       std::abs(power));
}

} // namespace termbook::formulas
