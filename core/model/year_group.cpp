// SPDX-License-Identifier: MPL-2.0
#include "core/model/year_group.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <fmt/format.h>

namespace termbook {

namespace {

constexpr YearGroup nursery = YearGroup::first();
constexpr YearGroup reception{0};
constexpr int last_year = YearGroup::last().number;

/// Letters in capitals, without blanks: what spellings of a year group differ in.
std::string squeezed(std::string_view text) {
    std::string letters;
    for (const char c : text)
        if (!std::isspace(static_cast<unsigned char>(c)))
            letters += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return letters;
}

std::string_view without_prefix(std::string_view text) {
    constexpr std::array<std::string_view, 4> prefixes{"NCYEAR", "YEAR", "YR", "Y"};
    if (text == "YR") return text.substr(1); // Reception: the R is not of "Yr"
    for (const auto prefix : prefixes)
        if (text.starts_with(prefix)) return text.substr(prefix.size());
    return text;
}

} // namespace

std::optional<YearGroup> parse_year_group(std::string_view text) {
    const std::string letters = squeezed(text);
    const std::string_view rest = without_prefix(letters);
    for (const std::string_view name : {"N", "N1", "N2", "E1", "E2", "NURSERY", "-1"})
        if (rest == name) return nursery;
    for (const std::string_view name : {"R", "REC", "RECEPTION"})
        if (rest == name) return reception;
    int number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc{} || end != rest.data() + rest.size() || number < 0 || number > last_year)
        return std::nullopt;
    return YearGroup{number};
}

std::string year_group_key(YearGroup year) {
    if (year == nursery) return "N";
    if (year == reception) return "R";
    return std::to_string(year.number);
}

std::string year_group_name(YearGroup year) {
    if (year == nursery) return "Nursery";
    if (year == reception) return "Reception";
    return fmt::format("Year {}", year.number);
}

} // namespace termbook
