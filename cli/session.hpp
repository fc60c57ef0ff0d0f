// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"
#include "connectors/workspace/workspace.hpp"
#include "core/figures/figures.hpp"
#include "templates/marks/mark.hpp"

#include <string>
#include <vector>

namespace termbook::cli {

/// Loads the workspace and says on standard error what was refused, first, and what the issues are.
Workspace open_workspace(const WorkspaceOptions& options);

/// The same of one that is loaded: Error where none of it can be used.
void require_usable_and_tell(const Workspace& workspace);

/// 1 under --strict when anything was refused or is an issue, else 0.
ExitStatus status_of(const WorkspaceOptions& options, const Workspace& workspace);

/// The schools that `--school` means, as selector values: each URN for `all`, else the one.
std::vector<std::string> schools_meant(const Trust& trust, const std::string& school);

/// Reads a mark that was given on the command line, bare or in the brackets of a template, as a request for a
/// figure. Throws Error (usage) for what is no mark, or has a format.
FigureRequest read_request(const std::string& mark);

/// The same of a mark that has been parsed.
FigureRequest request_of(const marks::Mark& mark);

} // namespace termbook::cli
