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

struct Recognised;

/// A column of an export, and what it is read as: a profile's field, or empty.
struct ColumnRead {
    std::string header;
    std::string field;
};

/// What became of one file of `exports`, or of one in a zip archive there.
struct ExportReport {
    std::string file;                ///< relative to the workspace
    std::string title;               ///< what it was recognised as
    std::string why;                 ///< and how
    std::vector<ColumnRead> columns; ///< of a table
    std::uint64_t rows{0};
    std::optional<Error> refusal; ///< why it was not used

    /// What it was recognised as; of a workbook, sheet by sheet.
    void add(const Recognised& recognised);
};

struct Workspace {
    Trust trust;
    std::vector<ExportReport> exports; ///< in the order of their names
};

/// Loads a workspace: termbook.xml, then every file below `exports` and `comparators`, lists of pupils first,
/// then what was captured earlier. A file that cannot be used is reported and the rest goes on. Throws Error
/// when termbook.xml cannot be used, when there are no exports.
Workspace load_workspace(const std::filesystem::path& folder);

/// Loads exports that lie in no workspace, a file or every file below a folder, into a trust that has nobody
/// in it yet. A single school without a URN stands for whichever they are of; else their folders, or their
/// rows, say whose they are, as in a workspace. The profiles of the workspace at `profiles` are known, too.
/// Throws Error when a profile cannot be used, or the folder is empty.
Workspace load_exports(const std::filesystem::path& place, const Trust& empty,
                       const std::filesystem::path& profiles);

/// Throws Error when none of the exports could be used.
void require_usable(const Workspace& workspace);

} // namespace termbook
