// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"

#include "cli/documents/template_store.hpp"
#include "cli/session.hpp"
#include "templates/fill/core_figure_book.hpp"
#include "templates/fill/fill.hpp"
#include "templates/writers/xlsx.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>

namespace termbook::cli {

namespace {

/// Not what refuses a template: .ods and .pdf keep it.
void print_lost_in_xlsx(const odf::Document& document) {
    constexpr const char* line = "  as .xlsx: {}\n";
    try {
        const auto lost = writers::lost_in_xlsx(document);
        for (const Issue& issue : lost.issues())
            std::cout << fmt::format(line, to_string(issue));
    } catch (const Error& error) {
        std::cout << fmt::format(line, error.what());
    }
}

using Findings = std::vector<std::string>;

Findings check_for(const std::string& school, const Trust& trust, const TemplateJob& job) {
    const Figures figures(trust, {fill::template_audience(job.document), school, {}});
    Findings findings;
    for (const Issue& issue : fill::check(job.document, fill::CoreFigureBook(figures)))
        findings.push_back(to_string(issue));
    return findings;
}

void print(const Findings& findings, const Findings& elsewhere, std::string_view whose) {
    for (const std::string& each : findings)
        if (std::find(elsewhere.begin(), elsewhere.end(), each) == elsewhere.end())
            std::cout << "  " << whose << ": " << each << '\n';
}

/// A template is built for a school or for the trust, and may be meant for one of them alone: it is refused
/// when it can be built for neither.
ExitStatus check(const WorkspaceOptions& options, const Trust& trust, const TemplateJob& job) {
    const Findings of_trust = check_for("trust", trust, job);
    const Findings of_school = check_for(trust.schools.front().urn, trust, job);
    std::cout << fmt::format("{} (audience: {})\n", job.document.name(),
                             to_string(fill::template_audience(job.document)));
    for (const std::string& each : of_trust)
        if (std::find(of_school.begin(), of_school.end(), each) != of_school.end())
            std::cout << "  " << each << '\n';
    print(of_trust, of_school, "for the trust");
    print(of_school, of_trust, "for a school");
    if (of_trust.empty() && of_school.empty()) {
        std::cout << "  every mark resolves\n";
        return done;
    }
    if (!of_trust.empty() && !of_school.empty()) return refused;
    std::cout << fmt::format("  every mark resolves for {}\n", of_trust.empty() ? "the trust" : "a school");
    return options.strict ? with_issues : done;
}

} // namespace

ExitStatus check(const WorkspaceOptions& options, const std::vector<std::string>& templates) {
    const Workspace workspace = open_workspace(options);
    ExitStatus status = status_of(options, workspace);
    for (const std::string& what : templates)
        for (const TemplateJob& job : find_templates(options.folder, what)) {
            status = std::max(status, check(options, workspace.trust, job));
            print_lost_in_xlsx(job.document);
        }
    return status;
}

} // namespace termbook::cli
