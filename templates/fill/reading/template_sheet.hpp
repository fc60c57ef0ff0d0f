// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/error.hpp"
#include "templates/fill/reading/sheet_rows.hpp"
#include "templates/marks/mark.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace termbook::fill {

/// A cell of the template that holds marks.
struct MarkedCell {
    pugi::xml_node node;
    std::int32_t row{0};
    std::int32_t column{0};
    std::string text;
    std::vector<marks::Piece> pieces;
    /// For each piece: it is part of a condition that begins and ends in this cell, and so chooses text, not
    /// rows.
    std::vector<bool> inside_cell;
    SourcePos place;

    bool in_cell(std::size_t piece) const { return inside_cell[piece]; }
};

/// Rows of a sheet that are repeated, or shown on a condition. Block 0 of a sheet is the sheet itself.
struct Block {
    enum class Kind { sheet, each, condition };
    Kind kind{Kind::sheet};
    std::int32_t first{0};
    std::int32_t last{0};
    std::optional<std::int32_t> else_row; ///< the first row of the other branch
    marks::Each each;
    marks::Condition condition;
    std::size_t parent{0};
    std::vector<std::size_t> children; ///< in order of rows
    std::int32_t column{0};            ///< of the cell that opens the block
    std::int32_t last_column{0};       ///< with content in any of its rows
    SourcePos place;

    /// 0 for rows before {{else}}, 1 for those from it on.
    int branch_of(std::int32_t row) const { return else_row && row >= *else_row ? 1 : 0; }
};

/// A sheet of the template, read: its rows, the cells with marks, and how blocks nest.
struct TemplateSheet {
    pugi::xml_node table;
    std::string name;
    std::vector<RowEntry> rows;
    std::vector<MarkedCell> cells; ///< in reading order
    std::vector<Block> blocks;     ///< parents before children

    /// The innermost block that a row belongs to.
    std::size_t block_of(std::int32_t row) const;
};

/// What to do with an error: throw it, or keep it and read on.
using OnError = std::function<void(Error)>;

/// Reads a sheet. Cells and rows with marks that the file holds once for several places are first made one
/// each. An Error names the file, and the sheet and cell.
TemplateSheet read_template_sheet(pugi::xml_node table, const std::string& file, const OnError& on_error);

} // namespace termbook::fill
