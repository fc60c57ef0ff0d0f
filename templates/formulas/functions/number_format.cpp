// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/functions/number_format.hpp"

#include "templates/formulas/evaluation/arithmetic.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <vector>

namespace termbook::formulas {

namespace {

/// One section: what stands before and after the digits, and how many there are.
struct Section {
    std::string before;
    std::string after;
    std::size_t whole_digits{0}; ///< shown at least
    std::size_t least_decimals{0};
    std::size_t most_decimals{0};
    bool grouped{false};
    int percents{0};
    bool has_digits{false};
};

/// Text that stands for itself; moves `at` behind it. None when the character means something else.
std::optional<std::string> literal(std::string_view code, std::size_t& at) {
    constexpr std::string_view plain = " $+-()/:'";
    const char c = code[at];
    if (c == '"') {
        const auto end = code.find('"', at + 1);
        if (end == std::string_view::npos) return std::nullopt;
        const std::string text(code.substr(at + 1, end - at - 1));
        at = end + 1;
        return text;
    }
    if (c == '\\' && at + 1 < code.size()) {
        at += 2;
        return std::string(1, code[at - 1]);
    }
    for (const std::string_view money : {"£", "€"}) {
        if (!code.substr(at).starts_with(money)) continue;
        at += money.size();
        return std::string(money);
    }
    if (plain.find(c) == std::string_view::npos) return std::nullopt;
    ++at;
    return std::string(1, c);
}

bool read_digits(std::string_view code, std::size_t& at, Section& section) {
    bool decimals = false;
    for (; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '.') {
            if (decimals) return false;
            decimals = true;
        } else if (c == ',') {
            // Behind the last digit a comma would divide by a thousand: not one of the common kinds.
            if (decimals || at + 1 == code.size() || (code[at + 1] != '0' && code[at + 1] != '#'))
                return false;
            section.grouped = true;
        } else if (c == '0' || c == '#') {
            if (!decimals) {
                if (c == '#' && section.whole_digits > 0) return false;
                if (c == '0') ++section.whole_digits;
            } else {
                if (c == '0' && section.least_decimals < section.most_decimals) return false;
                ++section.most_decimals;
                if (c == '0') ++section.least_decimals;
            }
            section.has_digits = true;
        } else {
            break;
        }
    }
    return section.has_digits;
}

std::optional<Section> read_section(std::string_view code) {
    Section section;
    for (std::size_t at = 0; at < code.size();) {
        std::string& side = section.has_digits ? section.after : section.before;
        if (code[at] == '0' || code[at] == '#' || code[at] == '.') {
            if (section.has_digits || !read_digits(code, at, section)) return std::nullopt;
        } else if (code[at] == '%') {
            side += code[at++];
            ++section.percents;
        } else if (auto text = literal(code, at)) {
            side += *text;
        } else {
            return std::nullopt;
        }
    }
    return section;
}

std::optional<std::vector<Section>> read_sections(std::string_view code) {
    std::vector<Section> sections;
    std::size_t from = 0;
    bool quoted = false;
    for (std::size_t at = 0; at <= code.size(); ++at) {
        if (at < code.size() && code[at] == '"') quoted = !quoted;
        if (at < code.size() && (quoted || code[at] != ';')) continue;
        auto section = read_section(code.substr(from, at - from));
        if (!section) return std::nullopt;
        sections.push_back(std::move(*section));
        from = at + 1;
    }
    if (sections.size() > 3 || !sections.front().has_digits) return std::nullopt;
    return sections;
}

std::string grouped(const std::string& whole) {
    std::string text;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0) text += ',';
        text += whole[i];
    }
    return text;
}

/// The digits of a number that is not negative.
std::string digits(const Section& section, double size) {
    const int decimals = static_cast<int>(section.most_decimals);
    std::string text = fmt::format("{:.{}f}", round_to(size, decimals, Rounding::half_away), decimals);
    const auto point = text.find('.');
    std::string whole = text.substr(0, point);
    std::string fraction = point == std::string::npos ? "" : text.substr(point + 1);
    while (fraction.size() > section.least_decimals && fraction.ends_with('0'))
        fraction.pop_back();
    if (whole == "0") whole.clear();
    if (whole.size() < section.whole_digits) whole.insert(0, section.whole_digits - whole.size(), '0');
    if (section.grouped) whole = grouped(whole);
    return fraction.empty() ? whole : whole + "." + fraction;
}

} // namespace

bool can_format_number(std::string_view code) {
    return read_sections(code).has_value();
}

std::optional<std::string> format_number(std::string_view code, double number) {
    const auto sections = read_sections(code);
    if (!sections) return std::nullopt;
    const bool negative_section = number < 0 && sections->size() > 1;
    const bool zero_section = number == 0 && sections->size() > 2;
    const Section& section = (*sections)[zero_section ? 2 : negative_section ? 1 : 0];
    const double size = std::abs(number) * std::pow(100.0, section.percents);
    if (size >= 1e15) return std::nullopt;
    const std::string shown = section.has_digits ? digits(section, size) : std::string();
    const bool nought = shown.find_first_of("123456789") == std::string::npos;
    const bool sign = number < 0 && !negative_section && !nought;
    return (sign ? "-" : "") + section.before + shown + section.after;
}

} // namespace termbook::formulas
