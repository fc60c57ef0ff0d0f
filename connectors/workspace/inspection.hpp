// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/profiles/proposing/proposal.hpp"
#include "connectors/workspace/workspace.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace termbook {

/// What one export is and holds, looked at by itself.
struct Inspection {
    ExportReport report;
    IssueLog issues;
    std::optional<Proposal> proposal; ///< how a table that no profile knows could be read
};

/// Reads the exports of a file, which is one itself or a zip archive of several, without putting them in a
/// workspace, as of any school. Where `workspace` has a termbook.xml its own profiles are tried first and its
/// years are those that count; without one, every year is. Whether the export agrees with others is not
/// looked at. Throws Error when termbook.xml or a profile cannot be used; a file that cannot be is refused in
/// its report.
std::vector<Inspection> inspect_file(const std::filesystem::path& file,
                                     const std::filesystem::path& workspace);

} // namespace termbook
