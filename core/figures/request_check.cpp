// SPDX-License-Identifier: MPL-2.0
#include "core/figures/request_check.hpp"

#include "core/diagnostics/error.hpp"
#include "core/figures/catalogue.hpp"
#include "core/spelling.hpp"

#include <fmt/format.h>
#include <string_view>
#include <vector>

namespace termbook {

namespace {

void check_code(const FigureDefinition& definition, const Selection& selection,
                const AttendanceCodes& codes) {
    if (definition.needs_code != selection.code.has_value())
        throw Error({}, fmt::format("{} {} a code", definition.key, selection.code ? "with" : "without"),
                    definition.needs_code ? "a selector such as code=I" : "a figure that is counted by code",
                    definition.needs_code ? "add it" : "remove the code, or ask for attendance.reason",
                    ErrorKind::usage);
    if (!selection.code || definition.unit != Unit::percent) return;
    if (!counts_as_possible(codes.counts_as(*selection.code)))
        throw Error({}, fmt::format("{} code={}", definition.key, codes.code(*selection.code).code),
                    "a code that counts as a possible session",
                    "ask for attendance.sessions, which counts any code", ErrorKind::usage);
}

void check_against(const FigureRequest& request, const FigureDefinition& definition) {
    if (request.against.empty()) return;
    if (request.against != "target")
        throw Error({}, fmt::format("against={}", request.against), "against=target", "correct it",
                    ErrorKind::usage);
    if (definition.unit != Unit::percent)
        throw Error({}, fmt::format("{} against=target", definition.key), "a rate",
                    "compare a figure that is a percentage", ErrorKind::usage);
}

} // namespace

const FigureDefinition& definition_of(const std::string& key) {
    if (const auto* found = find_figure(key)) return *found;
    std::vector<std::string_view> keys;
    for (const auto& each : catalogue())
        keys.push_back(each.key);
    const auto nearest = nearest_spelling(key, keys);
    throw Error({}, fmt::format("the figure '{}'", key), "a figure of the catalogue",
                nearest.empty()
                    ? std::string("see `termbook catalogue`")
                    : fmt::format("did you mean '{}'? `termbook catalogue` lists them all", nearest),
                ErrorKind::usage);
}

void check_request(const FigureRequest& request, const Selection& selection, const AttendanceCodes& codes) {
    const FigureDefinition& definition = definition_of(request.figure);
    check_code(definition, selection, codes);
    check_against(request, definition);
}

} // namespace termbook
