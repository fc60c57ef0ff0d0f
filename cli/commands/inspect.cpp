// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"

#include "cli/session.hpp"
#include "connectors/workspace/workspace.hpp"

#include <algorithm>
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

/// Whether an issue is of one export; what two of them say differently is not.
bool is_of_one_file(const Issue& issue, const Workspace& workspace) {
    return std::any_of(workspace.exports.begin(), workspace.exports.end(),
                       [&](const ExportReport& report) { return report.file == issue.pos.file; });
}

} // namespace

ExitStatus inspect(const WorkspaceOptions& options, const std::vector<std::filesystem::path>& files) {
    if (!files.empty()) return inspect_named(files);
    const Workspace workspace = load_workspace(options.folder);
    const auto& issues = workspace.trust.issues.issues();
    for (const ExportReport& report : workspace.exports) {
        print(report, true);
        for (const Issue& issue : issues)
            if (issue.pos.file == report.file) std::cout << "  issue       " << to_string(issue) << '\n';
    }
    for (const Issue& issue : issues)
        if (!is_of_one_file(issue, workspace)) std::cout << to_string(issue) << '\n';
    require_usable(workspace);
    return status_of(options, workspace);
}

} // namespace termbook::cli
