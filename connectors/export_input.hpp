// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/readers/row_reader.hpp"
#include "connectors/readers/sheets/workbook.hpp"
#include "connectors/readers/xml/xml_root.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// What an export is by its first bytes and, where those do not tell, by what is in it; never by its name.
struct ExportForm {
    enum class Kind {
        text,           ///< rows of CSV, for want of anything else
        workbook,       ///< .xlsx, .ods, .fods
        command_report, ///< a report of SIMS in XML
        xml,            ///< other XML
    };
    Kind kind{Kind::text};
    std::unique_ptr<readers::Workbook> workbook;
    std::optional<readers::XmlRoot> root; ///< of XML
};

/// Whether a file or folder of this name is what an office or a system leaves for itself: hidden, a lock, or
/// one of Windows' or macOS'.
bool is_left_behind(std::string_view name);

/// The exports that a file holds: itself, or each file in a zip archive of exports, named "a.zip/b.csv". What
/// systems leave in archives for themselves is passed over. Throws Error when the file cannot be opened, or
/// the archive not be used.
std::vector<ExportFile> exports_in(const std::filesystem::path& path, const std::string& name);

/// Throws Error when the export is empty, a picture or a document, a zip archive within another, or a
/// workbook that cannot be used.
ExportForm find_form(const ExportFile& file);

/// The bytes of an export.
std::unique_ptr<readers::ByteSource> open_export(const ExportFile& file);

/// The rows of an export that is a table; of a workbook, those of the sheet with this number. Throws Error
/// when it is XML of another kind.
std::unique_ptr<readers::RowReader> open_rows(const ExportFile& file, const ExportForm& form,
                                              std::size_t sheet);

/// SHA-256 of the bytes of an export.
std::string digest_of(const ExportFile& file);

} // namespace termbook
