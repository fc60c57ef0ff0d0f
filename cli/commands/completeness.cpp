// SPDX-License-Identifier: MPL-2.0
#include "cli/commands/commands.hpp"

#include "cli/session.hpp"
#include "cli/table.hpp"
#include "core/figures/completeness.hpp"

namespace termbook::cli {

namespace {

std::string text_of(std::optional<Date> date) {
    return date ? iso_text(*date) : std::string();
}

} // namespace

ExitStatus inspect_completeness(const WorkspaceOptions& options, TableFormat format) {
    const Workspace workspace = load_workspace(options.folder);
    const Trust& trust = workspace.trust;
    Table table({"school", "kind", "state", "file", "rows", "as at", "last session", "note"});
    for (const School& school : trust.schools)
        for (const KindOfExport& kind : completeness(trust, school, year_of_completeness(trust))) {
            const SourceFile none;
            const SourceFile& last = kind.last ? trust.sources[*kind.last] : none;
            table.add({school.name, kind.title, std::string(to_string(kind.state)), last.file,
                       kind.last ? std::to_string(last.rows) : "", text_of(last.as_at),
                       text_of(kind.last_session), kind.note});
        }
    table.print(format);
    require_usable(workspace);
    return status_of(options, workspace);
}

} // namespace termbook::cli
