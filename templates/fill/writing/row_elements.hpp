// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/reading/template_sheet.hpp"
#include "templates/formulas/formula.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace termbook::fill {

/// The row (or column) elements of a block: copies of the template's go in where the block stood, inside
/// copies of whatever groups of them the block holds whole.
class BlockElements {
  public:
    /// `lines` are the table's rows or columns. Throws Error if the block cuts through a group or the
    /// repeated header rows or columns.
    BlockElements(pugi::xml_node table, const std::vector<RowEntry>& lines, const Block& block);

    /// A copy of the template's row or column, behind those added before.
    pugi::xml_node add(pugi::xml_node line);

    /// Removes the template's own rows or columns.
    void finish();

  private:
    std::vector<pugi::xml_node> groups_around(pugi::xml_node line) const;

    pugi::xml_node m_parent; ///< what holds the block
    pugi::xml_node m_first;
    pugi::xml_node m_last;
    std::vector<std::pair<pugi::xml_node, pugi::xml_node>> m_open; ///< groups being written: template's, copy
};

/// The default cell style of columns, by the last column that has it.
std::map<std::int32_t, std::string> column_styles(pugi::xml_node table);

/// Hides a row and empties its cells; styles and merges stay.
void blank_row(pugi::xml_node row);
void blank_cell(pugi::xml_node cell);

/// Makes a cell that carried a merge part of the merge that another cell carries.
void cover(pugi::xml_node cell);

bool holds_drawing(pugi::xml_node cell);

/// Whether a text in the cell is a hyperlink.
bool holds_link(pugi::xml_node cell);

/// None when the text is no formula that can be read; its addresses can be rewritten all the same.
std::optional<formulas::Formula> parse_formula(std::string_view text);

/// Takes blank rows from the end of a sheet that has more than there may be. Throws Error when they hold
/// something.
void trim_rows(const TemplateSheet& sheet);

} // namespace termbook::fill
