// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/row_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::readers {

// What Excel and LibreOffice stop at.
constexpr std::uint64_t most_sheet_rows = 1'048'576;
constexpr std::size_t most_sheet_columns = 16'384;

/// Rows of a sheet on their way from the parser, which gives cells as it meets them, to the reader, which
/// wants whole rows. Blank rows are none, and blanks at the end of a row are left out.
class RowQueue {
  public:
    /// The row to which cells are put.
    void begin_row(std::uint64_t line, bool hidden);

    /// The text stands in `repeat` cells from a column on, which counts from 0; one that is empty leaves them
    /// as they are. Throws Error beyond the last column.
    void put(std::size_t column, std::string_view text, std::size_t repeat = 1);

    /// The row is whole, and stands there `repeat` times. Throws Error when the sheet grows beyond measure.
    void end_row(std::uint64_t repeat = 1);

    /// The next whole row; its cells last until the next is asked for, or one is begun.
    bool pop(Row& row);
    bool is_hidden() const { return m_hidden; }

  private:
    /// Only what is not blank: a piece of XML can tell of many cells at the right edge.
    struct Cell {
        std::size_t column;
        std::size_t repeat;
        std::size_t begin;
        std::size_t size;
    };
    struct Whole {
        std::uint64_t line{0};
        std::size_t first{0}; ///< of m_cells
        std::size_t last{0};  ///< behind it
        std::size_t width{0};
        std::uint64_t repeat{1};
        bool hidden{false};
    };
    void drop_popped();

    std::string m_text;
    std::vector<Cell> m_cells;
    std::vector<Whole> m_rows;
    std::size_t m_next{0}; ///< of m_rows
    Whole m_building;
    std::size_t m_building_text{0}; ///< where the texts of its cells begin
    std::uint64_t m_all_cells{0};
    bool m_hidden{false};
    std::vector<std::string_view> m_views;
};

} // namespace termbook::readers
