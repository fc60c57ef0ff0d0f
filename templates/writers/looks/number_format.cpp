// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/looks/number_format.hpp"

#include "templates/writers/looks/units.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>
#include <vector>

namespace termbook::writers {

namespace {

std::string integer_part(std::size_t least, bool grouped) {
    const std::size_t width = grouped ? std::max<std::size_t>(4, least) : std::max<std::size_t>(1, least);
    std::string code;
    for (std::size_t place = width; place-- > 0;) {
        code += place < least ? '0' : '#';
        if (grouped && place != 0 && place % 3 == 0) code += ',';
    }
    return code;
}

std::size_t count_of(pugi::xml_node node, const char* name, std::size_t otherwise) {
    constexpr unsigned most = 30;
    const auto attribute = node.attribute(name);
    return attribute ? std::min(attribute.as_uint(), most) : otherwise;
}

std::string decimals(pugi::xml_node number) {
    const std::size_t most = count_of(number, "number:decimal-places", 0);
    const auto replacement = number.attribute("number:decimal-replacement");
    const std::size_t otherwise = replacement && *replacement.value() == '\0' ? 0 : most;
    const std::size_t least =
        std::min(most, count_of(number, "number:min-decimal-places",
                                count_of(number, "loext:min-decimal-places", otherwise)));
    if (most == 0) return {};
    return "." + std::string(least, '0') + std::string(most - least, '#');
}

std::string thousands(pugi::xml_node number) {
    std::string code;
    for (double factor = number.attribute("number:display-factor").as_double(1); factor >= 1000;
         factor /= 1000)
        code += ',';
    return code;
}

/// number:embedded-text stands at a place counted from the decimal point.
void embed(std::string& digits, pugi::xml_node number) {
    for (const auto& text : number.children("number:embedded-text")) {
        const std::size_t position = count_of(text, "number:position", 0);
        while (digits.size() < position)
            digits.insert(digits.begin(), '#');
        digits.insert(digits.size() - position, literal(text.child_value()));
    }
}

std::string number_part(pugi::xml_node number) {
    const bool general = !number.attribute("number:decimal-places") && !number.attribute("number:grouping") &&
                         count_of(number, "number:min-integer-digits", 1) <= 1 &&
                         !number.attribute("number:display-factor") && !number.child("number:embedded-text");
    if (general) return "General";
    std::string digits = integer_part(count_of(number, "number:min-integer-digits", 0),
                                      number.attribute("number:grouping").as_bool());
    embed(digits, number);
    return digits + decimals(number) + thousands(number);
}

std::string scientific_part(pugi::xml_node number) {
    const bool signed_always = number.attribute("number:forced-exponent-sign").as_bool(true);
    return integer_part(count_of(number, "number:min-integer-digits", 1),
                        number.attribute("number:grouping").as_bool()) +
           decimals(number) + (signed_always ? "E+" : "E-") +
           std::string(count_of(number, "number:min-exponent-digits", 2), '0');
}

std::string fraction_part(pugi::xml_node number) {
    const auto whole = number.attribute("number:min-integer-digits");
    std::string code =
        whole ? integer_part(count_of(number, "number:min-integer-digits", 0), false) + " " : "";
    code +=
        std::string(std::max<std::size_t>(1, count_of(number, "number:min-numerator-digits", 1)), '?') + "/";
    if (const auto fixed = number.attribute("number:denominator-value")) return code + fixed.value();
    return code +
           std::string(std::max<std::size_t>(1, count_of(number, "number:min-denominator-digits", 1)), '?');
}

std::string currency_part(pugi::xml_node symbol) {
    const std::string text = symbol.child_value();
    if (text == "€" && language_code(symbol).empty()) return "[$€-2]";
    const auto language = language_code(symbol);
    return language.empty() ? literal(text) : fmt::format("[${}-{}]", text, language);
}

std::string colour_prefix(pugi::xml_node style) {
    constexpr std::array<std::pair<std::uint32_t, std::string_view>, 8> colours{{{0x000000, "[BLACK]"},
                                                                                 {0x0000FF, "[BLUE]"},
                                                                                 {0x00FF00, "[GREEN]"},
                                                                                 {0x00FFFF, "[CYAN]"},
                                                                                 {0xFF0000, "[RED]"},
                                                                                 {0xFF00FF, "[MAGENTA]"},
                                                                                 {0xFFFF00, "[YELLOW]"},
                                                                                 {0xFFFFFF, "[WHITE]"}}};
    const auto colour = to_colour(style.child("style:text-properties").attribute("fo:color").value());
    for (const auto& [value, name] : colours)
        if (colour == value) return std::string(name);
    return {};
}

std::string text_part(pugi::xml_node text, bool percentage) {
    const std::string_view value = text.child_value();
    const auto sign = percentage ? value.find('%') : std::string_view::npos;
    if (sign == std::string_view::npos) return literal(value);
    return literal(value.substr(0, sign)) + "%" + literal(value.substr(sign + 1));
}

std::string section(pugi::xml_node style) {
    const std::string_view kind = style.name();
    if (kind == "number:date-style" || kind == "number:time-style")
        return colour_prefix(style) + date_section(style);
    if (kind == "number:boolean-style") return R"("TRUE";"TRUE";"FALSE")";
    std::string code = colour_prefix(style);
    for (const auto& part : style.children()) {
        const std::string_view name = part.name();
        if (name == "number:number")
            code += number_part(part);
        else if (name == "number:scientific-number")
            code += scientific_part(part);
        else if (name == "number:fraction")
            code += fraction_part(part);
        else if (name == "number:currency-symbol")
            code += currency_part(part);
        else if (name == "number:text")
            code += text_part(part, kind == "number:percentage-style");
        else if (name == "number:text-content")
            code += "@";
        else if (name == "number:fill-character")
            code += std::string("*") + part.child_value();
    }
    return code;
}

struct Condition {
    std::string test; ///< ">=0"
    std::string code;
};

std::string test_of(std::string_view condition) {
    constexpr std::string_view value = "value()";
    const auto at = condition.find(value);
    std::string test(at == std::string_view::npos ? condition : condition.substr(at + value.size()));
    std::erase(test, ' ');
    if (test.starts_with("!=")) test.replace(0, 2, "<>");
    return test;
}

/// The tests that a code implies by the order of its sections need no saying.
bool is_implied(const std::vector<Condition>& conditions) {
    switch (conditions.size()) {
    case 1:
        return conditions[0].test == ">=0";
    case 2:
        return conditions[0].test == ">0" && conditions[1].test == "<0";
    case 3:
        return conditions[0].test == ">0" && conditions[1].test == "<0" && conditions[2].test == "=0";
    default:
        return false;
    }
}

} // namespace

std::string literal(std::string_view text) {
    constexpr std::string_view plain = " -+():/,.'£€";
    if (text.empty()) return {};
    if (text.find_first_not_of(" -") == std::string_view::npos) return std::string(text);
    if (text.size() == 1 && plain.find(text.front()) != std::string_view::npos && text != "." && text != ",")
        return std::string(text);
    if (text.find('"') == std::string_view::npos) return "\"" + std::string(text) + "\"";
    std::string escaped;
    for (const char c : text) { // each byte of a letter beyond ASCII must stay with its neighbours
        if (static_cast<unsigned char>(c) < 0x80) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string language_code(pugi::xml_node node) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> codes{{{"en-GB", "809"},
                                                                                  {"cy-GB", "452"},
                                                                                  {"en-US", "409"},
                                                                                  {"en-IE", "1809"},
                                                                                  {"fr-FR", "40C"},
                                                                                  {"de-DE", "407"},
                                                                                  {"es-ES", "C0A"},
                                                                                  {"pl-PL", "415"}}};
    const auto language = fmt::format("{}-{}", node.attribute("number:language").value(),
                                      node.attribute("number:country").value());
    for (const auto& [name, code] : codes)
        if (name == language) return std::string(code);
    return {};
}

std::string number_format_code(pugi::xml_node data_style, const DataStyles& find) {
    std::vector<Condition> conditions;
    for (const auto& map : data_style.children("style:map")) {
        const auto other = find(map.attribute("style:apply-style-name").value());
        if (other) conditions.push_back({test_of(map.attribute("style:condition").value()), section(other)});
    }
    const bool implied = is_implied(conditions);
    std::string code;
    for (const auto& condition : conditions)
        code += (implied ? "" : "[" + condition.test + "]") + condition.code + ";";
    code += section(data_style);
    return code.empty() ? "General" : code;
}

} // namespace termbook::writers
