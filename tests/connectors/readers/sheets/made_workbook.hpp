// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/sheets/workbook.hpp"
#include "tests/connectors/readers/zip/made_zip.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::readers {

/// The inside of an .xlsx, so far as a test cares.
struct MadeXlsx {
    std::string sheet_data; ///< what stands in <sheetData> of the sheet "Pupils"
    std::string strings{};  ///< what stands in <sst>
    std::string formats{};  ///< the formats of cells from 1, by the codes in <numFmts>: "<numFmt …/>"
    std::string xfs{};      ///< "<xf numFmtId='14'/>"; the first is format 1
    std::string before_data{};
    std::string workbook_properties{};
    std::string
        more_sheets{}; ///< "<sheet name='B' sheetId='2' r:id='rId4'/>": parts that are the first sheet's
};

std::vector<MadeEntry> xlsx_entries(const MadeXlsx& made);
std::unique_ptr<Workbook> open_made(const std::vector<MadeEntry>& entries);

/// The rows of a sheet as "4: a|b||c", a line each.
std::string rows_text(const Workbook& workbook, std::size_t sheet = 0);
std::string rows_text(const MadeXlsx& made);

/// What is said when the workbook is opened and read.
std::string refusal_of(const std::vector<MadeEntry>& entries);

} // namespace termbook::readers
