// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/error.hpp"
#include "templates/fill/reading/sheet_rows.hpp"
#include "templates/marks/mark.hpp"

#include <functional>
#include <map>
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
    /// For each piece that opens or closes a block: which way that block grows.
    std::vector<marks::Direction> directions;
    SourcePos place;

    bool in_cell(std::size_t piece) const { return inside_cell[piece]; }
};

/// Lines of a sheet (rows, or columns) that are repeated, or shown on a condition. Block 0 is the sheet
/// itself.
struct Block {
    enum class Kind { sheet, each, condition };
    Kind kind{Kind::sheet};
    std::int32_t first{0};
    std::int32_t last{0};
    std::optional<std::int32_t> else_line; ///< the first line of the other branch
    marks::Each each;
    marks::Condition condition;
    std::size_t parent{0};
    std::vector<std::size_t> children; ///< in order of lines
    std::int32_t beside{0};            ///< the column of the cell that opens the block; across, its row
    std::int32_t last_beside{0};       ///< the last column with content in any of its rows
    SourcePos place;

    /// 0 for lines before {{else}}, 1 for those from it on.
    int branch_of(std::int32_t line) const { return else_line && line >= *else_line ? 1 : 0; }
};

struct Scope;

/// Where a sheet that was repeated, and columns that were, stood in the template, and whom they are about.
struct Origin {
    /// Columns from here on, up to the next that are known, are copies of those from `of_template` on.
    struct Columns {
        std::int32_t of_template{0};
        const Scope* scope{nullptr}; ///< of the members that the columns are repeated for; null: of none
    };
    std::string sheet;           ///< its name in the template; empty: the same
    const Scope* scope{nullptr}; ///< of the member that the sheet is repeated for; null: of none
    std::map<std::int32_t, Columns> columns;

    Columns at(std::int32_t column) const;
};

/// A sheet of the template, read: its rows, the cells with marks, and how blocks nest.
struct TemplateSheet {
    pugi::xml_node table;
    std::string name;
    std::vector<RowEntry> rows;
    std::vector<MarkedCell> cells; ///< in reading order
    std::vector<Block> blocks;     ///< over rows; parents before children
    std::vector<Block> columns;    ///< across columns; likewise, and the first is the sheet itself
    std::optional<Block> by_sheet; ///< the block that repeats the sheet
    Origin origin;

    /// The innermost block that a line belongs to, among `blocks` and among `columns`.
    std::size_t block_of(std::int32_t row) const;
    std::size_t column_block_of(std::int32_t column) const;
};

/// What to do with an error: throw it, or keep it and read on.
using OnError = std::function<void(Error)>;

/// Reads a sheet. Cells and rows with marks that the file holds once for several places are first made one
/// each. An Error names the file, and the sheet and cell as the template has them.
TemplateSheet read_template_sheet(pugi::xml_node table, const std::string& file, const OnError& on_error,
                                  Origin origin = {});

} // namespace termbook::fill
