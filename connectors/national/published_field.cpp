// SPDX-License-Identifier: MPL-2.0
#include "connectors/national/published_field.hpp"

#include "core/diagnostics/error.hpp"
#include "core/figures/catalogue.hpp"
#include "core/figures/groups.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook {

namespace {

constexpr std::string_view prefix = "published:";
constexpr std::string_view subject_prefix = "subject=";
constexpr std::string_view group_prefix = "group=";

[[noreturn]] void refuse(std::string_view field, std::string_view expected) {
    throw Error({}, fmt::format("the field '{}'", field), std::string(expected), "correct it");
}

std::string_view take_word(std::string_view& text) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

} // namespace

std::optional<PublishedField> parse_published_field(std::string_view field) {
    if (!field.starts_with(prefix)) return std::nullopt;
    std::string_view rest = field.substr(prefix.size());
    PublishedField published;
    published.figure = take_word(rest);
    while (!rest.empty()) {
        const std::string_view word = take_word(rest);
        if (word.starts_with(subject_prefix))
            published.subject = word.substr(subject_prefix.size());
        else if (word.starts_with(group_prefix))
            published.group = word.substr(group_prefix.size());
        else
            refuse(field, "published:FIGURE, perhaps with subject=… and group=…");
    }
    const FigureDefinition* figure = find_figure(published.figure);
    if (!figure) refuse(field, "a figure of the catalogue behind 'published:'");
    if (figure->needs_subject == published.subject.empty())
        refuse(field, figure->needs_subject ? "a subject, since the figure has one" : "no subject");
    if (!published.group.empty()) parse_groups(published.group);
    return published;
}

} // namespace termbook
