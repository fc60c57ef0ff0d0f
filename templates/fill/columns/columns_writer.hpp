// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/references.hpp"

#include <vector>

namespace termbook::fill {

/// Writes the columns of one sheet: in each of its rows the cells of blocks as often as those are shown, with
/// their references rewritten and their marks kept, for the rows to fill. The other sheets' columns are only
/// looked at through `references`.
class ColumnsWriter {
  public:
    /// `marked` is the sheet as it was read, with its marks.
    ColumnsWriter(std::size_t sheet, const References& references, const TemplateSheet& marked)
        : m_sheet(sheet), m_references(references), m_plan(references.plans()[sheet]), m_marked(marked) {}

    /// Throws Error where a block cuts through a group of columns or the repeated header columns, and where
    /// the sheet would pass its last column.
    void write();

  private:
    /// Where a copy of a cell goes.
    struct Place {
        std::int32_t row{0};
        std::int32_t template_column{0};
        std::int32_t column{0};
        std::uint32_t instance{0};
        bool hidden{false};
    };
    /// Cells that one merge covers in the filled sheet.
    struct Merge {
        std::int32_t first{0};
        std::int32_t last{0};
        std::int32_t last_row{0};
    };

    void write_row(const RowEntry& row);
    void repeat_cells(const RowEntry& row);
    void write_cell(pugi::xml_node cell, const Place& place);
    bool merge(pugi::xml_node cell, const Place& place);
    void keep_marks(pugi::xml_node cell, const Place& place, bool carries_merge) const;
    const MarkedCell* marked_at(std::int32_t row, std::int32_t column) const;
    bool is_covered(const Place& place) const;

    std::size_t m_sheet;
    const References& m_references;
    const SheetPlan& m_plan;
    const TemplateSheet& m_marked;
    std::vector<Merge> m_merges;
};

} // namespace termbook::fill
