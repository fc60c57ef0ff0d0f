// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"

#include "cli/proposals.hpp"
#include "cli/session.hpp"
#include "connectors/workspace/inspection.hpp"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iostream>

namespace termbook::cli {

namespace {

/// More issues of one file than these say nothing new.
constexpr std::size_t issues_shown = 10;

/// "UPN as upn, Year as year", then what is passed over.
std::string in_words(const std::vector<ColumnRead>& columns) {
    std::vector<std::string> read;
    std::vector<std::string> passed_over;
    for (const ColumnRead& column : columns)
        if (!column.field.empty())
            read.push_back(fmt::format("{} as {}", column.header, column.field));
        else if (!column.header.empty())
            passed_over.push_back(column.header);
    std::string words = fmt::format("{}", fmt::join(read, ", "));
    if (!passed_over.empty()) words += fmt::format("; not read: {}", fmt::join(passed_over, ", "));
    return words;
}

void print(const ExportReport& report) {
    std::cout << report.file << '\n';
    if (!report.title.empty())
        std::cout << "  recognised  " << report.title << '\n' << "  because     " << report.why << '\n';
    if (!report.columns.empty()) std::cout << "  columns     " << in_words(report.columns) << '\n';
    if (report.refusal)
        std::cout << "  refused     " << report.refusal->what() << '\n';
    else
        std::cout << "  rows        " << report.rows << '\n';
}

void print(const IssueLog& log) {
    const auto& issues = log.issues();
    std::uint64_t places = 0;
    for (const Issue& issue : issues)
        places += issue.count;
    std::cout << "  issues      " << issues.size();
    if (places > issues.size()) std::cout << ", in " << places << " places";
    std::cout << '\n';
    for (std::size_t i = 0; i < std::min(issues.size(), issues_shown); ++i)
        std::cout << "  issue       " << to_string(issues[i]) << '\n';
    if (issues.size() > issues_shown)
        std::cout << "  …           and " << issues.size() - issues_shown << " more\n";
}

void print(const Inspection& inspection) {
    print(inspection.report);
    print(inspection.issues);
    if (inspection.proposal) print_proposal(*inspection.proposal);
}

ExitStatus status_of(const WorkspaceOptions& options, const Inspection& inspection) {
    if (inspection.report.refusal) return refused;
    return options.strict && !inspection.issues.empty() ? with_issues : done;
}

/// The store of captures, if there is one; one that cannot be used is among the issues.
void print(const Captures& captures) {
    if (captures.runs.empty()) return;
    const Capture& last = captures.runs.back();
    std::cout << captures.file << '\n'
              << "  captures    " << captures.runs.size()
              << fmt::format(", the last on {} by {}\n",
                             long_text(std::chrono::floor<std::chrono::days>(last.at)), last.by)
              << "  figures     " << captures.figures.size() << '\n';
}

/// Files named on the command line must be usable, each of them.
ExitStatus inspect_named(const WorkspaceOptions& options, const std::vector<std::filesystem::path>& files) {
    ExitStatus status = done;
    for (const std::filesystem::path& file : files)
        for (const Inspection& inspection : inspect_file(file, options.folder)) {
            print(inspection);
            status = std::max(status, status_of(options, inspection));
        }
    return status;
}

/// One file that no profile knows: what is proposed for it is written, and it is read by that.
ExitStatus inspect_and_save(const WorkspaceOptions& options, const InspectOptions& asked) {
    if (asked.files.size() != 1)
        throw Error({}, fmt::format("--save-profile with {} files", asked.files.size()), "one file",
                    "name the file that no profile knows", ErrorKind::usage);
    const auto& file = asked.files.front();
    const auto before = inspect_file(file, options.folder);
    for (const Inspection& inspection : before)
        print(inspection);
    const auto written = save_proposal(before, file, options.folder, asked);
    std::cout << "  saved       " << written.string() << "\n\n";
    return inspect_named(options, asked.files);
}

/// Whether an issue is of one export; what two of them say differently is not.
bool is_of_one_file(const Issue& issue, const Workspace& workspace) {
    return std::any_of(workspace.exports.begin(), workspace.exports.end(),
                       [&](const ExportReport& report) { return report.file == issue.pos.file; });
}

} // namespace

ExitStatus inspect(const WorkspaceOptions& options, const InspectOptions& asked) {
    if (asked.save_profile) return inspect_and_save(options, asked);
    if (!asked.files.empty()) return inspect_named(options, asked.files);
    const Workspace workspace = load_workspace(options.folder);
    const auto& issues = workspace.trust.issues.issues();
    for (const ExportReport& report : workspace.exports) {
        print(report);
        for (const Issue& issue : issues)
            if (issue.pos.file == report.file) std::cout << "  issue       " << to_string(issue) << '\n';
    }
    print(workspace.trust.captures);
    for (const Issue& issue : issues)
        if (!is_of_one_file(issue, workspace)) std::cout << to_string(issue) << '\n';
    require_usable(workspace);
    return cli::status_of(options, workspace);
}

} // namespace termbook::cli
