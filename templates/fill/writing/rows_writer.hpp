// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/references.hpp"
#include "templates/fill/writing/cell_writer.hpp"
#include "templates/fill/writing/filled_formulas.hpp"
#include "templates/fill/writing/texts.hpp"
#include "templates/formulas/formula.hpp"

#include <map>
#include <vector>

namespace termbook::fill {

/// Writes the rows of one sheet: those of blocks as often as they are shown, all with marks filled and
/// references rewritten. The other sheets' rows are only looked at through `references`.
class RowsWriter {
  public:
    RowsWriter(std::size_t sheet, const References& references, CellWriter& cells, FilledFormulas& formulas,
               Texts& texts, Scopes& scopes);

    /// Throws Error where a block cuts through a group of rows or the repeated header rows.
    void write();

  private:
    /// What there is to do in a cell of the template.
    struct Task {
        std::size_t nth{0}; ///< cell of the row
        std::int32_t column{0};
        std::optional<formulas::Formula> formula;
        std::optional<std::size_t> marked; ///< index among the block's own marked cells
        std::int32_t rows_spanned{1};
        bool has_drawing{false};
        bool has_link{false};
    };
    struct Row {
        RowEntry entry;
        std::size_t block{0};
        std::vector<Task> tasks;
    };

    void compile();
    Task compile(pugi::xml_node cell, std::size_t nth, std::int32_t column, const Row& row) const;
    void write_block(const OutLines* begin, const OutLines* end);
    void write_row(pugi::xml_node node, const Row& row, const OutLines& out, std::int32_t skipped);
    void write_cell(pugi::xml_node cell, const Task& task, const Row& row, const OutLines& out,
                    std::int32_t at);
    void write_drawing(pugi::xml_node node, const Standpoint& from, const Scope& scope);
    void merge(pugi::xml_node cell, const Task& task, const Row& row, const OutLines& out, std::int32_t at);
    std::vector<Row>::const_iterator row_at(std::int32_t row) const;
    std::string style_of(pugi::xml_node cell, std::int32_t column) const;

    std::size_t m_sheet;
    const References& m_references;
    const SheetPlan& m_plan;
    CellWriter& m_cells;
    FilledFormulas& m_formulas;
    Texts& m_texts;
    Scopes& m_scopes;
    std::vector<Row> m_rows;
    std::map<std::int32_t, std::string> m_column_styles; ///< by the last column that has it
};

} // namespace termbook::fill
