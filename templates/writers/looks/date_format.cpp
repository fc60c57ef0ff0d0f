// SPDX-License-Identifier: MPL-2.0
#include "templates/writers/looks/number_format.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook::writers {

namespace {

bool is_long(pugi::xml_node part) {
    return std::string_view(part.attribute("number:style").value()) == "long";
}

std::string doubled(const char* letter, pugi::xml_node part) {
    return is_long(part) ? std::string(letter) + letter : std::string(letter);
}

std::string month(pugi::xml_node part) {
    if (part.attribute("number:textual").as_bool()) return is_long(part) ? "mmmm" : "mmm";
    return doubled("m", part);
}

std::string seconds(pugi::xml_node part) {
    constexpr unsigned finest = 3; // what the sheet format can show
    const unsigned places = std::min(part.attribute("number:decimal-places").as_uint(), finest);
    return doubled("s", part) + (places != 0 ? "." + std::string(places, '0') : "");
}

std::string part_code(pugi::xml_node part) {
    const std::string_view name = part.name();
    if (name == "number:day") return doubled("d", part);
    if (name == "number:month") return month(part);
    if (name == "number:year") return is_long(part) ? "yyyy" : "yy";
    if (name == "number:day-of-week") return is_long(part) ? "dddd" : "ddd";
    if (name == "number:hours") return doubled("h", part);
    if (name == "number:minutes") return doubled("m", part);
    if (name == "number:seconds") return seconds(part);
    if (name == "number:am-pm") return "AM/PM";
    if (name == "number:text") return literal(part.child_value());
    return {};
}

bool is_clock(pugi::xml_node part) {
    const std::string_view name = part.name();
    return name == "number:hours" || name == "number:minutes" || name == "number:seconds";
}

} // namespace

std::string date_section(pugi::xml_node date_style) {
    const auto overflow = date_style.attribute("number:truncate-on-overflow");
    bool elapsed = overflow && !overflow.as_bool();
    const auto language = language_code(date_style);
    std::string code = language.empty() ? "" : fmt::format("[$-{}]", language);
    for (const auto& part : date_style.children()) {
        if (elapsed && is_clock(part)) {
            code += "[" + part_code(part) + "]";
            elapsed = false;
        } else {
            code += part_code(part);
        }
    }
    return code;
}

} // namespace termbook::writers
