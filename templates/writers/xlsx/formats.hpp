// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/looks/look.hpp"

#include <map>
#include <string>
#include <xlsxwriter.h>

namespace termbook::writers::xlsx {

/// Fonts as Office has them: the free ones that LibreOffice takes in their place have the same widths.
std::string office_font(const std::string& font);

/// The library takes black (0) for "not set" in places; its own black is marked.
lxw_color_t library_colour(Colour colour);

/// Looks as formats of the workbook: one format a look, however many cells have it.
class Formats {
  public:
    /// Sets the workbook's default font, which column widths are counted in.
    explicit Formats(lxw_workbook* workbook);

    lxw_format* cell(const Look& look);

    /// For a run of letters inside a cell.
    lxw_format* run(const Letters& letters);

    /// What a conditional format lays over a cell; only what differs from an empty look is written.
    lxw_format* conditional(const Look& look);

  private:
    lxw_workbook* m_workbook;
    std::map<Look, lxw_format*> m_cells;
    std::map<Letters, lxw_format*> m_runs;
    std::map<Look, lxw_format*> m_conditionals;
};

} // namespace termbook::writers::xlsx
