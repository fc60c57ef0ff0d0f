// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/xlsx/book.hpp"
#include "templates/writers/xlsx/parts.hpp"

#include <string>

namespace termbook::writers::xlsx {

/// Widths, default styles, hidden and grouped columns, repeated columns in print.
void write_columns(Book& book, Sheet& sheet);

/// Heights, hidden and grouped rows, repeated rows in print, and the cells. What repeats without content
/// costs nothing.
void write_rows(Book& book, Sheet& sheet);

/// Where a cell stands and what its row and column give it.
struct CellPlace {
    std::int32_t column{0};
    std::int32_t row{0};
    std::string style; ///< by the rules of OpenDocument: its own, the row's or the column's
};

/// One cell: its value, formula, text, link, note, merge.
void write_cell(Book& book, Sheet& sheet, pugi::xml_node cell, const CellPlace& place);

/// Charts and pictures of all sheets, whose rows are written. Returns how the parts of charts are to be
/// finished once the workbook is a file: by part, what to do with it.
PartChanges write_drawings(Book& book);

void write_conditional_formats(Book& book, Sheet& sheet);
void write_validations(Book& book, Sheet& sheet);

/// Paper, margins, scale, headers and footers, print range, protection, tab colour.
void write_page_setup(Book& book, Sheet& sheet);

/// A header or footer of the page in the sheet format's code: "&L&"Carlito,Bold"Attendance&R&P".
std::string header_code(Book& book, pugi::xml_node region);

/// Panes, zoom, gridlines, the sheet that is shown first.
void write_views(Book& book);

/// Defined names, autofilters, and what the document says of itself.
void write_names(Book& book);
void write_properties(Book& book);

} // namespace termbook::writers::xlsx
