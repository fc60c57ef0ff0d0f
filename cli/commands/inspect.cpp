// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"

#include "connectors/workspace/workspace.hpp"

#include <fmt/format.h>
#include <iostream>

namespace termbook::cli {

namespace {

void print(const ExportReport& report, bool with_rows) {
    std::cout << report.file << '\n';
    if (report.refusal) {
        std::cout << "  refused     " << report.refusal->what() << '\n';
        return;
    }
    std::cout << "  recognised  " << report.title << '\n' << "  because     " << report.why << '\n';
    if (with_rows) std::cout << "  rows        " << report.rows << '\n';
}

/// Files named on the command line must be usable, each of them.
ExitStatus inspect_named(const std::vector<std::filesystem::path>& files) {
    ExitStatus status = done;
    for (const ExportReport& report : inspect_files(files)) {
        print(report, false);
        if (report.refusal) status = refused;
    }
    return status;
}

} // namespace

ExitStatus inspect(const WorkspaceOptions& options, const std::vector<std::filesystem::path>& files) {
    if (!files.empty()) return inspect_named(files);
    const Workspace workspace = load_workspace(options.folder);
    bool issues = false;
    for (const ExportReport& report : workspace.exports) {
        print(report, true);
        issues = issues || report.refusal;
        for (const Issue& issue : workspace.trust.issues.issues()) {
            if (issue.pos.file != report.file) continue;
            std::cout << "  issue       " << to_string(issue) << '\n';
            issues = true;
        }
    }
    return options.strict && issues ? with_issues : done;
}

} // namespace termbook::cli
