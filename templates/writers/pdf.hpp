// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/odf/document.hpp"

#include <chrono>
#include <filesystem>

namespace termbook::writers {

/// Is there a LibreOffice that can write PDF? `TERMBOOK_SOFFICE` names one that is not on the path.
bool pdf_available();

/// Writes a document as PDF through LibreOffice, run without a window on a throw-away profile of its own in
/// which links are not followed and macros do not run. Within the time limit, or its whole process group is
/// ended; one failure is tried again. Throws Error (output) when there is no LibreOffice, when it fails
/// twice, or when the file cannot be written; nothing is left behind then.
void write_pdf(const odf::Document& document, const std::filesystem::path& path,
               std::chrono::seconds limit = std::chrono::seconds(120));

} // namespace termbook::writers
