// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/row_reader.hpp"
#include "connectors/readers/zip/seekable_bytes.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::readers {

struct SheetName {
    std::string name;
    bool hidden{false};
};

/// The rows of one sheet, hidden ones too. `Row::line` is the sheet's row and column_of() its column, both
/// from 1. Blank rows are left out, and blank cells at the end of a row; merged cells have their value in the
/// first.
class SheetRows : public RowReader {
  public:
    std::uint32_t column_of(std::size_t index) const override {
        return static_cast<std::uint32_t>(index) + 1;
    }

    /// Whether the row last read is hidden.
    virtual bool is_hidden_row() const = 0;

    /// Whether a column (from 0) is; known once a row has been read.
    virtual bool is_hidden_column(std::size_t index) const = 0;
};

/// A workbook from outside: .xlsx, .ods or flat .fods. Values become text in one way, whichever it is (see
/// cell_text.hpp); formulas are the results that were saved with them.
class Workbook {
  public:
    virtual ~Workbook() = default;

    /// In the order of their tabs.
    virtual const std::vector<SheetName>& sheets() const = 0;

    /// The rows of a sheet, in memory that does not grow with it; the texts that an .xlsx keeps apart are
    /// held while there is a reader. Reading throws Error with the sheet and cell, or with the part of the
    /// workbook.
    virtual std::unique_ptr<SheetRows> rows(std::size_t sheet) const = 0;
};

class ZipArchive;

/// The root element of a .fods.
constexpr std::string_view flat_workbook_root = "office:document";

/// Whether an archive is an office document, which open_workbook() opens or refuses, and not a zip archive of
/// somebody's files.
bool is_workbook(const ZipArchive& archive);

/// Opens a workbook by what is in it, whatever the file is called; null when it is none (but perhaps another
/// zip archive, XML or text). Throws Error for one that cannot be used: broken, with a password, .xls, .xlsb,
/// or another kind of office document.
std::unique_ptr<Workbook> open_workbook(std::shared_ptr<const SeekableBytes> bytes);

} // namespace termbook::readers
