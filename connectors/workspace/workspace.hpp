// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/error.hpp"
#include "core/model/trust.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace termbook {

/// What became of one file of `exports`.
struct ExportReport {
    std::string file;  ///< relative to the workspace
    std::string title; ///< what it was recognised as
    std::string why;   ///< and how
    std::uint64_t rows{0};
    std::optional<Error> refusal; ///< why it was not used
};

struct Workspace {
    Trust trust;
    std::vector<ExportReport> exports; ///< in the order of their names
};

/// Loads a workspace: termbook.xml, then every file below `exports`, lists of pupils first. A file that
/// cannot be used is reported and the rest goes on. Throws Error when termbook.xml cannot be used, when there
/// are no exports.
Workspace load_workspace(const std::filesystem::path& folder);

/// Throws Error when none of the exports could be used.
void require_usable(const Workspace& workspace);

/// Looks at exports without a workspace to put them in: what each is recognised as. Names are as given.
std::vector<ExportReport> inspect_files(const std::vector<std::filesystem::path>& files);

} // namespace termbook
