// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/odf/document.hpp"

#include <filesystem>

namespace termbook::writers {

/// Writes a document as an OpenDocument package (.ods). Throws Error (output) when the file cannot be
/// written; nothing is left behind then.
void write_ods(const odf::Document& document, const std::filesystem::path& path);

/// The same as flat XML (.fods).
void write_fods(const odf::Document& document, const std::filesystem::path& path);

} // namespace termbook::writers
