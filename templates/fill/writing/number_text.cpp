// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/number_text.hpp"

#include "core/calendar/date.hpp"
#include "templates/odf/times.hpp"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace termbook::fill {

namespace {

std::string plain(double value) {
    if (std::abs(value) < 1e15 && value == std::floor(value)) return fmt::format("{:.0f}", value);
    return fmt::format("{:.15g}", value);
}

void group_thousands(std::string& number) {
    const auto end = std::min(number.find('.'), number.size());
    for (auto place = static_cast<std::ptrdiff_t>(end) - 3; place > 0; place -= 3)
        number.insert(static_cast<std::size_t>(place), ",");
}

/// Sheets round the decimal number that a person sees, not its binary neighbour: 0.285 to two places is 0.29.
double rounded(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    const double scaled = value * scale;
    return std::round(scaled + std::copysign(std::abs(scaled) * 1e-14, scaled)) / scale;
}

std::string fixed(double value, pugi::xml_node format) {
    const auto places = format.attribute("number:decimal-places");
    if (!places) return plain(value);
    const int decimals = std::min(places.as_int(), 20);
    auto text = fmt::format("{:.{}f}", rounded(value, decimals), decimals);
    if (text.front() == '-') text.erase(0, 1); // "-0.0" shows without a sign; the caller adds one otherwise
    if (format.attribute("number:grouping").as_bool()) group_thousands(text);
    return text;
}

std::string date_text(double value, pugi::xml_node style) {
    const Date date = odf::null_date + std::chrono::days(static_cast<int>(std::floor(value)));
    const bool month_in_words = style.child("number:month").attribute("number:textual").as_bool();
    return month_in_words ? long_text(date) : iso_text(date);
}

/// "value()>=0.05"; what is no comparison with a number never holds.
bool holds(std::string_view condition, double value) {
    constexpr std::string_view subject = "value()";
    if (!condition.starts_with(subject)) return false;
    condition.remove_prefix(subject.size());
    const auto sign = condition.substr(0, condition.find_first_not_of("<>=!"));
    const auto limit_text = condition.substr(sign.size());
    double limit = 0;
    if (std::from_chars(limit_text.data(), limit_text.data() + limit_text.size(), limit).ec != std::errc{})
        return false;
    if (sign == ">=") return value >= limit;
    if (sign == "<=") return value <= limit;
    if (sign == ">") return value > limit;
    if (sign == "<") return value < limit;
    if (sign == "=") return value == limit;
    return sign == "!=" && value != limit;
}

/// The style that applies to the value, where a style has others for some numbers.
pugi::xml_node style_for(double value, pugi::xml_node style) {
    for (const auto map : style.children("style:map"))
        if (holds(map.attribute("style:condition").value(), value))
            return style.parent().find_child_by_attribute("style:name",
                                                          map.attribute("style:apply-style-name").value());
    return style;
}

} // namespace

std::string number_text(double value, pugi::xml_node data_style) {
    const auto style = style_for(value, data_style);
    const std::string_view kind = style.name();
    if (kind == "number:date-style") return date_text(value, style);
    const bool percentage = kind == "number:percentage-style";
    if (!percentage && kind != "number:number-style" && kind != "number:currency-style") return plain(value);
    const bool signs_itself = style != data_style;
    const double shown = percentage ? value * 100 : value;
    std::string text;
    for (const auto part : style.children()) {
        const std::string_view name = part.name();
        if (name == "number:text" || name == "number:currency-symbol")
            text += part.text().get();
        else if (name == "number:number")
            text += fixed(signs_itself ? std::abs(shown) : shown, part);
        else if (name.starts_with("number:"))
            return plain(value);
    }
    const bool negative = !signs_itself && text.find_first_of("123456789") != std::string::npos && shown < 0;
    return negative && text.front() != '-' ? "-" + text : text;
}

} // namespace termbook::fill
