// SPDX-License-Identifier: MPL-2.0
#include "core/figures/checking.hpp"
#include "core/diagnostics/error.hpp"
#include "core/figures/comparing/targets.hpp"
#include "core/spelling.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace termbook {

namespace {

[[noreturn]] void refuse(std::string found, std::string expected, std::string remedy) {
    throw Error({}, std::move(found), std::move(expected), std::move(remedy), ErrorKind::usage);
}

/// A selector that a figure must have, or may not.
void check_selector(const FigureDefinition& definition, bool needed, bool given, std::string_view name,
                    std::string_view example) {
    if (needed && !given)
        refuse(fmt::format("{} without a {}", definition.key, name),
               fmt::format("a selector such as {}", example), "add it");
    if (!needed && given)
        refuse(fmt::format("{} with a {}", definition.key, name),
               fmt::format("a figure that is counted by {}", name), fmt::format("remove the {}", name));
}

void check_code(const FigureDefinition& definition, const Selection& selection,
                const AttendanceCodes& codes) {
    check_selector(definition, definition.needs_code, selection.code.has_value(), "code", "code=I");
    if (!selection.code || definition.unit != Unit::percent) return;
    if (!counts_as_possible(codes.counts_as(*selection.code)))
        refuse(fmt::format("{} code={}", definition.key, codes.code(*selection.code).code),
               "a code that counts as a possible session",
               "ask for attendance.sessions, which counts any code");
}

void check_against(const FigureRequest& request, const FigureDefinition& definition) {
    if (request.against.empty()) return;
    const auto& known = comparisons();
    if (std::find(known.begin(), known.end(), request.against) == known.end()) {
        const auto nearest = nearest_spelling(request.against, known);
        refuse(fmt::format("against={}", request.against), fmt::format("one of {}", fmt::join(known, ", ")),
               nearest.empty() ? std::string("correct it") : fmt::format("did you mean '{}'?", nearest));
    }
    if (request.selectors.contains("gap"))
        refuse("a gap against something", "one comparison at a time", "remove `gap` or `against`");
    if (request.against == "target" && !has_target(definition))
        refuse(fmt::format("{} against=target", definition.key), "a rate or a score",
               "compare a figure that is divided by something");
}

} // namespace

void check_request(const FigureRequest& request, const FigureDefinition& definition,
                   const Selection& selection, const AttendanceCodes& codes) {
    check_code(definition, selection, codes);
    check_selector(definition, definition.needs_subject, selection.subject.has_value(), "subject",
                   "subject=reading");
    check_selector(definition, false, selection.type.has_value() && !is_of_incidents(definition.basis),
                   "type", "type=Bullying");
    check_selector(definition, false, selection.weekday.has_value() && !is_of_incidents(definition.basis),
                   "weekday", "weekday=monday");
    if (const auto gap = request.selectors.find("gap"); gap != request.selectors.end())
        parse_group(gap->second);
    check_against(request, definition);
}

} // namespace termbook
