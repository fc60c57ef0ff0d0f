// SPDX-License-Identifier: MPL-2.0
#include "cli/session.hpp"

#include "core/diagnostics/error.hpp"
#include "templates/marks/parser.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <variant>

namespace termbook::cli {

namespace {

/// More lines than these are not read by anybody; `inspect` prints them all.
constexpr std::size_t issues_shown = 20;

/// A mark, also with the brackets that it has in a template.
marks::Mark parse_bare_or_bracketed(const std::string& text) {
    if (!text.starts_with("{{")) return marks::parse_mark(text);
    const auto pieces = marks::parse(text);
    const auto* mark = pieces.size() == 1 ? std::get_if<marks::Mark>(&pieces.front().content) : nullptr;
    if (!mark)
        throw Error({{}, 0, 1, {}}, "more than one mark, or a block", "one mark, as attendance.rate year=4",
                    "put each mark in quotes of its own");
    return *mark;
}

} // namespace

Workspace open_workspace(const WorkspaceOptions& options) {
    Workspace workspace = load_workspace(options.folder);
    require_usable_and_tell(workspace);
    return workspace;
}

void require_usable_and_tell(const Workspace& workspace) {
    require_usable(workspace);
    for (const ExportReport& report : workspace.exports)
        if (report.refusal) fmt::print(stderr, "refused: {}\n", report.refusal->what());
    const auto& issues = workspace.trust.issues.issues();
    for (std::size_t i = 0; i < std::min(issues.size(), issues_shown); ++i)
        fmt::print(stderr, "issue: {}\n", to_string(issues[i]));
    if (issues.size() > issues_shown)
        fmt::print(stderr, "… and {} more issues: see `termbook inspect`\n", issues.size() - issues_shown);
}

ExitStatus status_of(const WorkspaceOptions& options, const Workspace& workspace) {
    const bool any_refused =
        std::any_of(workspace.exports.begin(), workspace.exports.end(),
                    [](const ExportReport& report) { return report.refusal.has_value(); });
    const bool issues = any_refused || !workspace.trust.issues.empty();
    return options.strict && issues ? with_issues : done;
}

std::vector<std::string> schools_meant(const Trust& trust, const std::string& school) {
    if (school != "all") return {school};
    std::vector<std::string> urns;
    for (const School& each : trust.schools)
        urns.push_back(each.urn);
    return urns;
}

FigureRequest request_of(const marks::Mark& mark) {
    FigureRequest request;
    request.figure = mark.key;
    for (const marks::Selector& selector : mark.selectors) {
        if (selector.name == "against")
            request.against = selector.value;
        else
            request.selectors[selector.name] = selector.value;
    }
    return request;
}

FigureRequest read_request(const std::string& mark) {
    marks::Mark parsed;
    try {
        parsed = parse_bare_or_bracketed(mark);
    } catch (const Error& error) {
        throw Error({{}, 0, 0, fmt::format("the mark '{}', character {}", mark, error.pos().column)},
                    error.found(), error.expected(), error.remedy(), ErrorKind::usage);
    }
    if (!parsed.formats.empty())
        throw Error({{}, 0, 0, fmt::format("the mark '{}'", mark)},
                    fmt::format("the format '{}'", parsed.formats.front()),
                    "a mark without one: formats are for the cells of templates",
                    fmt::format("leave '| {}' out", fmt::join(parsed.formats, " | ")), ErrorKind::usage);
    return request_of(parsed);
}

} // namespace termbook::cli
