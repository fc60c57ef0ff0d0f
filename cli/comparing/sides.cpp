// SPDX-License-Identifier: MPL-2.0
#include "cli/comparing/sides.hpp"

#include "cli/comparing/one_school.hpp"
#include "cli/session.hpp"
#include "connectors/workspace/settings.hpp"
#include "connectors/workspace/stand_in.hpp"
#include "core/comparison/pairs.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <system_error>

namespace termbook::cli {

namespace {

namespace fs = std::filesystem;

bool is_workspace(const fs::path& place) {
    std::error_code none;
    return fs::exists(place / "termbook.xml", none);
}

void require_something(const fs::path& place) {
    std::error_code error;
    if (fs::exists(place, error)) return;
    throw Error({place.string(), 0, 0, {}},
                error ? fmt::format("a path that cannot be looked at ({})", error.message())
                      : "nothing there",
                "a workspace, an export, or a folder of exports", "correct the path");
}

std::string in_words(std::size_t schools) {
    return fmt::format("{} {}", schools, schools == 1 ? "school" : "schools");
}

Workspace load_side(const fs::path& place, const fs::path& other, const fs::path& here) {
    if (is_workspace(place)) return load_workspace(place);
    const fs::path& known = is_workspace(other) ? other : here;
    std::error_code none;
    const bool has_schools = is_workspace(known) && fs::is_directory(place, none);
    return load_exports(place, has_schools ? read_settings(known / "termbook.xml") : stand_in(known), known);
}

Workspace open_side(std::string_view side, const fs::path& place, const fs::path& other,
                    const fs::path& here) {
    Workspace loaded = load_side(place, other, here);
    const auto& exports = loaded.exports;
    const bool tells = !loaded.trust.issues.empty() ||
                       std::any_of(exports.begin(), exports.end(),
                                   [](const auto& report) { return report.refusal.has_value(); });
    if (tells) fmt::print(stderr, "{}: {}\n", side, place.string());
    require_usable_and_tell(loaded);
    return loaded;
}

} // namespace

Sides open_sides(const WorkspaceOptions& workspace, const CompareOptions& options) {
    require_something(options.a);
    require_something(options.b);
    Sides sides{open_side("A", options.a, options.b, workspace.folder),
                open_side("B", options.b, options.a, workspace.folder)};
    if (!options.school.empty())
        for (Workspace* side : {&sides.a, &sides.b})
            keep_school(side->trust, options.school);
    keep_school_of_export(sides.a.trust, sides.b.trust);
    const auto schools = pair_schools(sides.a.trust, sides.b.trust);
    if (std::none_of(schools.begin(), schools.end(), [](const SchoolPair& pair) { return pair.whole(); }))
        throw Error({options.b.string(), 0, 0, {}},
                    fmt::format("{} of one side against {} of the other, none of them the same",
                                in_words(sides.a.trust.schools.size()), sides.b.trust.schools.size()),
                    "schools that both sides have",
                    "compare two exports of one school, or give the workspaces the same URNs");
    return sides;
}

} // namespace termbook::cli
