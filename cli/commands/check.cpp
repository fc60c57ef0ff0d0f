// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"

#include "cli/session.hpp"
#include "cli/template_store.hpp"
#include "templates/fill/core_figure_book.hpp"
#include "templates/fill/fill.hpp"
#include "templates/writers/xlsx.hpp"

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

} // namespace

ExitStatus check(const WorkspaceOptions& options, const std::vector<std::string>& templates) {
    const Workspace workspace = open_workspace(options);
    ExitStatus status = status_of(options, workspace);
    for (const std::string& what : templates)
        for (const TemplateJob& job : find_templates(options.folder, what)) {
            const Audience audience = fill::template_audience(job.document);
            const Figures figures(workspace.trust, {audience, {}, {}});
            const auto found = fill::check(job.document, fill::CoreFigureBook(figures));
            std::cout << fmt::format("{} (audience: {})\n", job.document.name(), to_string(audience));
            for (const Issue& issue : found)
                std::cout << "  " << to_string(issue) << '\n';
            if (found.empty()) std::cout << "  every mark resolves\n";
            if (!found.empty()) status = refused;
            print_lost_in_xlsx(job.document);
        }
    return status;
}

} // namespace termbook::cli
