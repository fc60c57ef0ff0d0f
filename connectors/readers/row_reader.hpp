// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace termbook::readers {

/// One row of a table, as UTF-8. The views last until the next row is asked for.
struct Row {
    std::uint64_t line{0}; ///< where the row starts in the file, from 1
    std::span<const std::string_view> cells;
};

/// A table as a stream of rows with positions, in memory that does not grow with the file. The header row,
/// titles above it and totals below it are rows like any other: what they mean is for the profiles to say.
class RowReader {
  public:
    virtual ~RowReader() = default;

    /// The next row, or false at the end. Throws Error with the place when the file cannot be read on.
    virtual bool next(Row& row) = 0;

    /// The byte column (from 1) at which cell `index` of the row last read starts on its line; 0 if not
    /// known.
    virtual std::uint32_t column_of(std::size_t index) const = 0;

    /// At the end: whether the file ends within its last row, as one does that was cut short. Nothing but a
    /// text can.
    virtual bool ends_within_a_row() const { return false; }
};

} // namespace termbook::readers
