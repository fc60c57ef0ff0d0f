// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/sheet_plan.hpp"
#include "templates/fill/writing/cell_styles.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace termbook::fill {

/// Writes what marks come to into cells.
class CellWriter {
  public:
    CellWriter(CellStyles& styles, const Entries& entries, std::string sources_sheet)
        : m_styles(styles), m_entries(entries), m_sources(std::move(sources_sheet)) {}

    /// Fills a cell, a copy of `marked`. `style` is the style it has, its own or its row's or column's. A
    /// figure becomes a formula on its row in Sources, with the value as its result, or the value alone if it
    /// is not `live`. Returns true when the cell now holds a formula whose result is set.
    bool write(pugi::xml_node cell, const MarkedCell& marked, const std::vector<Part>& parts, bool live,
               const std::string& style);

  private:
    bool write_figure(pugi::xml_node cell, const Part& part, bool live, const std::string& style);
    bool write_mixed(pugi::xml_node cell, const std::vector<Part>& parts);
    void write_field(pugi::xml_node cell, const Field& field, const std::string& style);
    std::string formula_of(const Entry& entry, std::size_t row, bool percentage_style) const;

    CellStyles& m_styles;
    const Entries& m_entries;
    std::string m_sources;
};

/// Makes a cell hold a text, a number or nothing; what it held is gone, its style and its notes stay.
void set_value(pugi::xml_node cell, const std::variant<double, std::string>& value, const std::string& shown);
void clear_value(pugi::xml_node cell);

/// The type of a cell's value, as the standard and LibreOffice say it.
void set_type(pugi::xml_node cell, const char* type);

/// The row of the Sources sheet, from 1 as people count, of a row below its header.
inline std::size_t sheet_row(std::size_t sources_row) {
    return sources_row + 2;
}

} // namespace termbook::fill
