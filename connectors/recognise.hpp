// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/export_input.hpp"
#include "connectors/profiles/recognition.hpp"
#include "core/diagnostics/issue.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace termbook {

/// What an export is, or one sheet of it, and how that was told.
struct Recognised {
    const Profile* profile{nullptr};
    std::optional<RecognisedTable> table; ///< of exports that are tables
    std::string why;
    std::size_t sheet{0};   ///< of a workbook
    std::string sheet_name; ///< empty where it is none
};

/// Tells what an export is from what is in it, and from the first rows of its tables. A workbook is as many
/// things as it has sheets that a profile fits; other sheets that look like data become issues. Throws Error
/// when nothing in it fits.
std::vector<Recognised> recognise(const ExportFile& file, const std::vector<const Profile*>& profiles,
                                  IssueLog& issues);

} // namespace termbook
