// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/options.hpp"
#include "connectors/workspace/workspace.hpp"

namespace termbook::cli {

/// Two sides to be compared, loaded.
struct Sides {
    Workspace a;
    Workspace b;
};

/// Loads what `compare` names. A folder with a termbook.xml is a workspace. Other folders hold the exports of
/// one side, and a file is one: their years, schools and profiles are those of the other side, where that is
/// a workspace; else of the workspace that the command runs in; without any, every year counts, and the
/// exports are those of one school. A file is always of one school: of that which is named, else of that
/// which shares the most pupils with it, and the other side is left with the same. Says on standard error
/// what was refused and what the issues are. Throws Error when a side cannot be used, or no school is on
/// both.
Sides open_sides(const WorkspaceOptions& workspace, const CompareOptions& options);

} // namespace termbook::cli
