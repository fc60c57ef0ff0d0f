// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/sheets/workbook.hpp"
#include "connectors/readers/zip/zip_archive.hpp"

#include <memory>

namespace termbook::readers {

/// Whether an archive is an Office Open XML package: a workbook, or a document or presentation.
bool is_ooxml(const ZipArchive& archive);

/// Opens an .xlsx or .xlsm. Throws Error when the package holds no workbook, or one that cannot be read.
std::unique_ptr<Workbook> open_xlsx(std::shared_ptr<const ZipArchive> archive);

} // namespace termbook::readers
