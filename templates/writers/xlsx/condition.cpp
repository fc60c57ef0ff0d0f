// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/xlsx/condition.hpp"

#include "templates/writers/looks/units.hpp"

#include <array>
#include <utility>
#include <xlsxwriter.h>

namespace termbook::writers::xlsx {

namespace {

struct Kind {
    std::string_view word;
    std::uint8_t type;
    std::uint8_t criteria;
};

/// Words with operands in brackets.
constexpr std::array with_operands{
    Kind{"formula-is", LXW_CONDITIONAL_TYPE_FORMULA, 0},
    Kind{"is-true-formula", LXW_CONDITIONAL_TYPE_FORMULA, 0},
    Kind{"between", LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_BETWEEN},
    Kind{"not-between", LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_NOT_BETWEEN},
    Kind{"cell-content-is-between", LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_BETWEEN},
    Kind{"cell-content-is-not-between", LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_NOT_BETWEEN},
    Kind{"begins-with", LXW_CONDITIONAL_TYPE_TEXT, LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH},
    Kind{"ends-with", LXW_CONDITIONAL_TYPE_TEXT, LXW_CONDITIONAL_CRITERIA_TEXT_ENDS_WITH},
    Kind{"contains-text", LXW_CONDITIONAL_TYPE_TEXT, LXW_CONDITIONAL_CRITERIA_TEXT_CONTAINING},
    Kind{"not-contains-text", LXW_CONDITIONAL_TYPE_TEXT, LXW_CONDITIONAL_CRITERIA_TEXT_NOT_CONTAINING},
    Kind{"top-elements", LXW_CONDITIONAL_TYPE_TOP, 0},
    Kind{"bottom-elements", LXW_CONDITIONAL_TYPE_BOTTOM, 0},
    Kind{"top-percent", LXW_CONDITIONAL_TYPE_TOP, LXW_CONDITIONAL_CRITERIA_TOP_OR_BOTTOM_PERCENT},
    Kind{"bottom-percent", LXW_CONDITIONAL_TYPE_BOTTOM, LXW_CONDITIONAL_CRITERIA_TOP_OR_BOTTOM_PERCENT},
};

/// Words that stand alone.
constexpr std::array alone{
    Kind{"duplicate", LXW_CONDITIONAL_TYPE_DUPLICATE, 0},
    Kind{"unique", LXW_CONDITIONAL_TYPE_UNIQUE, 0},
    Kind{"above-average", LXW_CONDITIONAL_TYPE_AVERAGE, LXW_CONDITIONAL_CRITERIA_AVERAGE_ABOVE},
    Kind{"below-average", LXW_CONDITIONAL_TYPE_AVERAGE, LXW_CONDITIONAL_CRITERIA_AVERAGE_BELOW},
    Kind{"above-equal-average", LXW_CONDITIONAL_TYPE_AVERAGE,
         LXW_CONDITIONAL_CRITERIA_AVERAGE_ABOVE_OR_EQUAL},
    Kind{"below-equal-average", LXW_CONDITIONAL_TYPE_AVERAGE,
         LXW_CONDITIONAL_CRITERIA_AVERAGE_BELOW_OR_EQUAL},
    Kind{"is-error", LXW_CONDITIONAL_TYPE_ERRORS, 0},
    Kind{"is-no-error", LXW_CONDITIONAL_TYPE_NO_ERRORS, 0},
};

/// Signs in front of an operand, the longer first.
constexpr std::array signs{
    Kind{">=", LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO},
    Kind{"<=", LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_LESS_THAN_OR_EQUAL_TO},
    Kind{"!=", LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO},
    Kind{"<>", LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO},
    Kind{">", LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_GREATER_THAN},
    Kind{"<", LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_LESS_THAN},
    Kind{"=", LXW_CONDITIONAL_TYPE_CELL, LXW_CONDITIONAL_CRITERIA_EQUAL_TO},
};

/// The first comma or semicolon outside brackets and quotes.
std::size_t find_separator(std::string_view text) {
    int depth = 0;
    char quote = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0)
            quote = c == quote ? char{0} : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '(' || c == '{' || c == '[')
            ++depth;
        else if (c == ')' || c == '}' || c == ']')
            --depth;
        else if ((c == ',' || c == ';') && depth == 0)
            return at;
    }
    return std::string_view::npos;
}

std::string unquoted(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::string(text);
    std::string plain;
    for (std::size_t at = 1; at + 1 < text.size(); ++at) {
        plain += text[at];
        if (text[at] == '"') ++at;
    }
    return plain;
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

Condition with_operands_of(const Kind& kind, std::string_view operands) {
    Condition condition{kind.type, kind.criteria, {}, {}, 0};
    if (kind.type == LXW_CONDITIONAL_TYPE_TOP || kind.type == LXW_CONDITIONAL_TYPE_BOTTOM) {
        condition.number = to_number(trimmed(operands)).value_or(0);
    } else if (kind.type == LXW_CONDITIONAL_TYPE_TEXT) {
        condition.first = unquoted(trimmed(operands));
    } else if (kind.type == LXW_CONDITIONAL_TYPE_CELL) {
        const auto separator = find_separator(operands);
        condition.first = trimmed(operands.substr(0, separator));
        if (separator != std::string_view::npos) condition.second = trimmed(operands.substr(separator + 1));
    } else {
        condition.first = trimmed(operands);
    }
    return condition;
}

} // namespace

std::optional<Condition> parse_condition(std::string_view text) {
    constexpr std::string_view content = "cell-content()";
    if (text.starts_with(content)) text.remove_prefix(content.size());
    while (text.starts_with(' '))
        text.remove_prefix(1);
    for (const auto& kind : alone)
        if (text == kind.word) return Condition{kind.type, kind.criteria, {}, {}, 0};
    const auto open = text.find('(');
    for (const auto& kind : with_operands)
        if (text.substr(0, open) == kind.word && text.ends_with(')'))
            return with_operands_of(kind, text.substr(open + 1, text.size() - open - 2));
    for (const auto& kind : signs)
        if (text.starts_with(kind.word))
            return Condition{kind.type, kind.criteria, trimmed(text.substr(kind.word.size())), {}, 0};
    return {};
}

std::optional<std::uint8_t> date_criteria(std::string_view date) {
    constexpr std::array<std::pair<std::string_view, std::uint8_t>, 10> known{
        {{"yesterday", LXW_CONDITIONAL_CRITERIA_TIME_PERIOD_YESTERDAY},
         {"today", LXW_CONDITIONAL_CRITERIA_TIME_PERIOD_TODAY},
         {"tomorrow", LXW_CONDITIONAL_CRITERIA_TIME_PERIOD_TOMORROW},
         {"last-7-days", LXW_CONDITIONAL_CRITERIA_TIME_PERIOD_LAST_7_DAYS},
         {"last-week", LXW_CONDITIONAL_CRITERIA_TIME_PERIOD_LAST_WEEK},
         {"this-week", LXW_CONDITIONAL_CRITERIA_TIME_PERIOD_THIS_WEEK},
         {"next-week", LXW_CONDITIONAL_CRITERIA_TIME_PERIOD_NEXT_WEEK},
         {"last-month", LXW_CONDITIONAL_CRITERIA_TIME_PERIOD_LAST_MONTH},
         {"this-month", LXW_CONDITIONAL_CRITERIA_TIME_PERIOD_THIS_MONTH},
         {"next-month", LXW_CONDITIONAL_CRITERIA_TIME_PERIOD_NEXT_MONTH}}};
    for (const auto& [name, criteria] : known)
        if (name == date) return criteria;
    return {};
}

std::optional<std::uint8_t> icon_style(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::uint8_t>, 17> known{
        {{"3Arrows", LXW_CONDITIONAL_ICONS_3_ARROWS_COLORED},
         {"3ArrowsGray", LXW_CONDITIONAL_ICONS_3_ARROWS_GRAY},
         {"3Flags", LXW_CONDITIONAL_ICONS_3_FLAGS},
         {"3TrafficLights1", LXW_CONDITIONAL_ICONS_3_TRAFFIC_LIGHTS_UNRIMMED},
         {"3TrafficLights2", LXW_CONDITIONAL_ICONS_3_TRAFFIC_LIGHTS_RIMMED},
         {"3Signs", LXW_CONDITIONAL_ICONS_3_SIGNS},
         {"3Symbols", LXW_CONDITIONAL_ICONS_3_SYMBOLS_CIRCLED},
         {"3Symbols2", LXW_CONDITIONAL_ICONS_3_SYMBOLS_UNCIRCLED},
         {"4Arrows", LXW_CONDITIONAL_ICONS_4_ARROWS_COLORED},
         {"4ArrowsGray", LXW_CONDITIONAL_ICONS_4_ARROWS_GRAY},
         {"4RedToBlack", LXW_CONDITIONAL_ICONS_4_RED_TO_BLACK},
         {"4Rating", LXW_CONDITIONAL_ICONS_4_RATINGS},
         {"4TrafficLights", LXW_CONDITIONAL_ICONS_4_TRAFFIC_LIGHTS},
         {"5Arrows", LXW_CONDITIONAL_ICONS_5_ARROWS_COLORED},
         {"5ArrowsGray", LXW_CONDITIONAL_ICONS_5_ARROWS_GRAY},
         {"5Rating", LXW_CONDITIONAL_ICONS_5_RATINGS},
         {"5Quarters", LXW_CONDITIONAL_ICONS_5_QUARTERS}}};
    for (const auto& [style, icons] : known)
        if (style == name) return icons;
    return {};
}

} // namespace termbook::writers::xlsx
