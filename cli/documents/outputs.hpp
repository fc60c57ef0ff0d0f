// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/issue.hpp"
#include "templates/odf/document.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace termbook::cli {

/// Whether a path names a document by its ending, .ods, .fods, .xlsx or .pdf; without an ending it is a
/// folder, and so is a folder that is there. Throws Error (usage) for any other ending.
bool is_document(const std::filesystem::path& path);

/// Whether documents can be written in this format, one of `format_names`.
bool is_format(std::string_view format);
inline constexpr auto format_names = "xlsx, ods, fods or pdf";

/// Throws Error (usage) unless they can.
void require_format(std::string_view format);

/// Writes a filled document in the format of the path's ending; returns what the format cannot carry. Throws
/// Error (output) when it cannot be written; nothing is left behind then.
IssueLog write_document(const odf::Document& document, const std::filesystem::path& path);

/// "<school> <title> <period>.<format>", with a hyphen for what file systems do not take.
std::string file_name(std::string_view school, std::string_view title, std::string_view period,
                      std::string_view format);

} // namespace termbook::cli
