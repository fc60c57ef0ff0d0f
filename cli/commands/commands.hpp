// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

#include <filesystem>
#include <string>
#include <vector>

/// The commands of `termbook`, one file each. Results go to standard output, issues and progress to standard
/// error. All throw Error for what cannot be done.
namespace termbook::cli {

ExitStatus init(const std::filesystem::path& folder);
ExitStatus sample(const std::filesystem::path& folder);
ExitStatus inspect(const WorkspaceOptions& workspace, const InspectOptions& options);
/// What each school gave of each kind of export, and what is missing.
ExitStatus inspect_completeness(const WorkspaceOptions& workspace, TableFormat format);
/// The rows of an export, as text; of a workbook those of the sheet named, or of the first that is not
/// hidden.
ExitStatus rows(const std::filesystem::path& path, const std::string& sheet, TableFormat format);
ExitStatus figures(const WorkspaceOptions& workspace, const FiguresOptions& options);
ExitStatus explain(const WorkspaceOptions& workspace, const FiguresOptions& options);
ExitStatus catalogue(TableFormat format);
/// The catalogue as the page docs/figures.md.
ExitStatus catalogue_page();
/// Two exports or workspaces of the same pupils: the figures that differ, and the pupils' rows that do.
ExitStatus compare(const WorkspaceOptions& workspace, const CompareOptions& options);
ExitStatus check(const WorkspaceOptions& workspace, const std::vector<std::string>& templates);
ExitStatus build(const WorkspaceOptions& workspace, const BuildOptions& options);
/// Keeps figures in the workspace's store, or lists what it holds.
ExitStatus capture(const WorkspaceOptions& workspace, const CaptureOptions& options);

} // namespace termbook::cli
