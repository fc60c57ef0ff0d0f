// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <string>

namespace termbook {

/// Where something was found. Lines and columns count from 1; 0 means that they are not known.
struct SourcePos {
    std::string file;
    std::uint64_t line{0};
    std::uint32_t column{0};
    /// The column's header in a table, or the sheet and cell in a document ("sheet 'Overview', cell B4").
    std::string where;
    /// The sheet of a workbook that was read as a table; line and column are then its row and column.
    std::string sheet{};

    friend bool operator==(const SourcePos&, const SourcePos&) = default;
};

/// "file:line:column (where)", or "file, sheet 'Year 4', cell D17 (where)", leaving out what is not known.
std::string to_string(const SourcePos& pos);

/// The letters of a sheet's column, which count from 1: "D" for 4.
std::string column_letters(std::uint32_t column);

} // namespace termbook
