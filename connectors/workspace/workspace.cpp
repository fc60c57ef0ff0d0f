// SPDX-License-Identifier: MPL-2.0
#include "connectors/workspace/workspace.hpp"

#include "connectors/captures/reading.hpp"
#include "connectors/recognise.hpp"
#include "connectors/workspace/folder.hpp"
#include "connectors/workspace/loading.hpp"
#include "connectors/workspace/settings.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook {

namespace fs = std::filesystem;

void ExportReport::add(const Recognised& recognised) {
    const auto join = [](std::string& all, const std::string& one) {
        all += (all.empty() ? "" : "; ") + one;
    };
    if (title.find(recognised.profile->title) == std::string::npos) join(title, recognised.profile->title);
    join(why, recognised.why);
    if (!recognised.table) return;
    for (std::size_t i = 0; i < recognised.table->headers.size(); ++i) {
        ColumnRead column{recognised.table->headers[i], recognised.table->fields[i]};
        // The sheets of a workbook mostly have the same.
        const bool known = !recognised.sheet_name.empty() &&
                           std::any_of(columns.begin(), columns.end(), [&](const auto& each) {
                               return each.header == column.header && each.field == column.field;
                           });
        if (!known) columns.push_back(std::move(column));
    }
}

namespace {

/// Figures kept from earlier are good to have; without them the exports still tell what they tell.
void take_captures(const fs::path& folder, Trust& trust) {
    try {
        read_captures(folder, trust);
    } catch (const Error& error) {
        trust.captures = {};
        trust.issues.add({error.pos(),
                          error.found(),
                          error.expected(),
                          error.remedy() + "; nothing captured is read",
                          1,
                          {}});
    }
}

} // namespace

Workspace load_workspace(const fs::path& folder) {
    Workspace workspace;
    workspace.trust = read_settings(folder / "termbook.xml");
    std::vector<NamedFile> files;
    for (const char* part : {"exports", "comparators"})
        for (const fs::path& path : files_below(folder / part))
            files.emplace_back(path, path.lexically_relative(folder).generic_string());
    load_files(files, folder, "exports", workspace);
    take_captures(folder, workspace.trust);
    if (workspace.exports.empty() && workspace.trust.captures.figures.empty())
        throw Error({(folder / "exports").string(), 0, 0, {}}, "no exports",
                    "the files that the systems gave", "copy them into this folder");
    return workspace;
}

Workspace load_exports(const fs::path& place, const Trust& empty, const fs::path& profiles) {
    fs::path exports = place.lexically_normal();
    if (exports.filename().empty()) exports = exports.parent_path(); // "folder/"
    std::vector<NamedFile> files;
    const bool is_folder = fs::is_directory(exports);
    if (is_folder)
        for (const fs::path& path : files_below(exports))
            files.emplace_back(path, path.generic_string());
    else
        files.emplace_back(exports, exports.generic_string());
    if (files.empty())
        throw Error({place.string(), 0, 0, {}}, "a folder without exports", "the files that a system gave",
                    "copy them into it, or name another folder");
    Workspace workspace;
    workspace.trust = empty;
    load_files(files, profiles, is_folder ? exports : exports.parent_path(), workspace);
    return workspace;
}

void require_usable(const Workspace& workspace) {
    const auto& exports = workspace.exports;
    const auto refused = [](const ExportReport& report) { return report.refusal.has_value(); };
    if (exports.empty() || !std::all_of(exports.begin(), exports.end(), refused)) return;
    const Error& first = *exports.front().refusal;
    if (exports.size() == 1) throw first;
    throw Error(first.pos(), first.found(), first.expected(),
                first.remedy() + fmt::format("; none of the {} exports can be used", exports.size()));
}

} // namespace termbook
