// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/sheets/workbook.hpp"
#include "connectors/readers/zip/zip_archive.hpp"

#include <memory>

namespace termbook::readers {

/// Whether an archive is an OpenDocument package: a spreadsheet, or a text, drawing or presentation.
bool is_opendocument(const ZipArchive& archive);

/// Opens an .ods. Throws Error when the package holds no spreadsheet, or one with a password.
std::unique_ptr<Workbook> open_ods(std::shared_ptr<const ZipArchive> archive);

/// Opens a flat .fods.
std::unique_ptr<Workbook> open_flat_ods(std::shared_ptr<const SeekableBytes> bytes);

} // namespace termbook::readers
