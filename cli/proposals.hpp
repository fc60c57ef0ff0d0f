// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/options.hpp"
#include "connectors/workspace/inspection.hpp"

#include <filesystem>
#include <vector>

namespace termbook::cli {

/// Says, for `inspect`, how a table that no profile knows could be read: headers and shares, no values.
void print_proposal(const Proposal& proposal);

/// Writes what is proposed for a file that was inspected into the workspace's `profiles`, whole or not at
/// all; says where. Throws Error where nothing is proposed, or not enough, or the file is known already, or a
/// profile of that name is there (unless `force`).
std::filesystem::path save_proposal(const std::vector<Inspection>& of_file, const std::filesystem::path& file,
                                    const std::filesystem::path& workspace, const InspectOptions& asked);

} // namespace termbook::cli
