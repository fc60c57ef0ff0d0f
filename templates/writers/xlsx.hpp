// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/issue.hpp"
#include "templates/odf/document.hpp"

#include <filesystem>

namespace termbook::writers {

/// Writes a filled spreadsheet as .xlsx, with no office suite: values, formulas with the results that the
/// document holds, styles, merges, sizes, conditional formats, charts, pictures, names, print set-up. A
/// formula whose cell holds no value is written with an empty-string result, never 0 (LibreOffice trusts a
/// cached 0 and recalculates an empty string). Returns what the format or the writer cannot carry, each with
/// its place. Throws Error (output) when the file cannot be written; nothing is left behind then.
IssueLog write_xlsx(const odf::Document& document, const std::filesystem::path& path);

/// What `write_xlsx` would report, without a file that stays.
IssueLog lost_in_xlsx(const odf::Document& document);

} // namespace termbook::writers
