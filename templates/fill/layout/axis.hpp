// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/address.hpp"

namespace termbook::fill {

/// What a block repeats. All that the layout says of lines holds for rows and for columns alike.
enum class Axis { rows, columns };

constexpr std::int32_t lines_of_sheet(Axis axis) {
    return axis == Axis::rows ? formulas::sheet_rows : formulas::sheet_columns;
}

inline std::int32_t& line_of(formulas::CellRef& cell, Axis axis) {
    return axis == Axis::rows ? cell.row : cell.column;
}

inline std::int32_t line_of(const formulas::CellRef& cell, Axis axis) {
    return axis == Axis::rows ? cell.row : cell.column;
}

/// Whether a `$` holds the line.
inline bool is_fixed(const formulas::CellRef& cell, Axis axis) {
    return axis == Axis::rows ? cell.row_absolute : cell.column_absolute;
}

/// Whether the reference reaches over all lines there are: then they mean nothing.
inline bool is_whole(const formulas::Reference& reference, Axis axis) {
    return axis == Axis::rows ? reference.whole_columns : reference.whole_rows;
}

} // namespace termbook::fill
