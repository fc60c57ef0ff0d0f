// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"

#include "cli/asked_figures.hpp"
#include "cli/documents/template_store.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "connectors/captures/reading.hpp"
#include "connectors/captures/times.hpp"
#include "connectors/captures/writing.hpp"
#include "core/diagnostics/error.hpp"
#include "core/figures/comparing/capturing.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iostream>
#include <pwd.h>
#include <unistd.h>

namespace termbook::cli {

namespace {

namespace fs = std::filesystem;

/// Who runs the command, by the name that the system knows them by.
std::string user_name() {
    const passwd* entry = ::getpwuid(::geteuid());
    return entry ? entry->pw_name : fmt::format("user {}", ::geteuid());
}

std::string by_whom(const CaptureOptions& options) {
    std::string by = options.by.empty() ? user_name() : options.by;
    const auto is_control = [](unsigned char c) { return c < ' ' || c == 0x7F; };
    if (std::any_of(by.begin(), by.end(), is_control))
        throw Error({}, "--by with a line break or the like in it", "a name", "correct it", ErrorKind::usage);
    return by;
}

/// The trust and each school, unless one is named.
std::vector<std::string> schools_captured(const Trust& trust, const std::string& school) {
    if (!school.empty()) return schools_meant(trust, school);
    std::vector<std::string> all = schools_meant(trust, "all");
    all.insert(all.begin(), "trust");
    return all;
}

/// A template or pack is a file or a bare word; a mark names a figure, which has a point in it.
bool names_template(const std::string& what) {
    const std::string word = what.substr(0, what.find(' '));
    std::error_code unknown; // find_templates says what cannot be looked at
    return fs::is_regular_file(what, unknown) || word.find('.') == std::string::npos ||
           word.find('/') != std::string::npos || fs::path(word).extension() == ".ods" ||
           fs::path(word).extension() == ".fods";
}

/// What was asked for, read before anything is counted.
struct Asked {
    std::vector<FigureRequest> marks;
    std::vector<TemplateJob> templates;
    bool everything() const { return marks.empty() && templates.empty(); }
};

Asked read_asked(const fs::path& workspace, const std::vector<std::string>& what) {
    Asked asked;
    for (const std::string& each : what)
        if (names_template(each))
            for (TemplateJob& job : find_templates(workspace, each))
                asked.templates.push_back(std::move(job));
        else
            asked.marks.push_back(read_request(each));
    return asked;
}

void gather(const Trust& trust, const Asked& asked, const std::string& school, const std::string& period,
            Capturing& capturing) {
    if (asked.everything()) capturing.add_all(school, period);
    for (const FigureRequest& mark : asked.marks)
        capturing.add(school, period, mark);
    const Figures figures(trust, {Audience::governors, school, period});
    for (const TemplateJob& job : asked.templates)
        for (const FigureRequest& request : figures_asked(job.document, figures))
            capturing.add(school, period, request);
}

/// Periods by the names that pages give them.
std::string names_of(const Trust& trust, const std::vector<std::string>& periods) {
    std::vector<std::string> names;
    for (const std::string& period : periods)
        names.push_back(std::get<std::string>(
            Figures(trust, {Audience::governors, {}, period}).fields({}).at("period.name")));
    return fmt::format("{}", fmt::join(names, ", "));
}

void report(const Captures& figures, const Captured& captured, const Capture& run,
            const std::string& periods) {
    const auto withheld = std::count_if(figures.figures.begin(), figures.figures.end(), [](const auto& each) {
        return each.status == to_string(FigureStatus::suppressed);
    });
    std::cout << fmt::format("{}: {} figures, {} of them withheld\n", periods, figures.figures.size(),
                             withheld);
    if (captured.added == 0)
        std::cout << "nothing new: all of them are captured already, from the same exports\n";
    else
        std::cout << fmt::format("captured {} as capture {}, by {}; {} stood there already\n", captured.added,
                                 captured.number, run.by, captured.known);
}

ExitStatus list(const WorkspaceOptions& options, TableFormat format) {
    Table table({"capture", "captured at", "by", "period", "schools", "figures", "withheld", "termbook"});
    const auto all = list_captures(options.folder);
    for (const CapturedPeriod& each : all)
        table.add({std::to_string(each.run.number), captures::utc_text(each.run.at), each.run.by, each.period,
                   std::to_string(each.schools), std::to_string(each.figures), std::to_string(each.withheld),
                   each.run.version});
    if (all.empty()) std::cerr << "nothing has been captured in this workspace yet\n";
    table.print(format);
    return done;
}

} // namespace

ExitStatus capture(const WorkspaceOptions& options, const CaptureOptions& asked) {
    if (asked.list) return list(options, asked.format);
    const Asked what = read_asked(options.folder, asked.what);
    const Capture run{0, std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()),
                      by_whom(asked), TERMBOOK_VERSION};
    Workspace workspace = open_workspace(options);
    Trust& trust = workspace.trust;
    trust.captures = {}; // what is captured comes from exports
    const auto periods = asked.period.empty() ? periods_to_capture(trust) : std::vector{asked.period};
    Capturing capturing(trust);
    for (const std::string& period : periods)
        for (const std::string& school : schools_captured(trust, asked.school))
            gather(trust, what, school, period, capturing);
    const Captures& figures = capturing.captured();
    if (figures.figures.empty())
        throw Error({}, fmt::format("no figure of {}", names_of(trust, periods)),
                    "exports that answer at least one", "ask for another period, or add its exports",
                    ErrorKind::usage);
    const Captured captured = write_captures(options.folder, run, figures);
    report(figures, captured, run, names_of(trust, periods));
    return status_of(options, workspace);
}

} // namespace termbook::cli
