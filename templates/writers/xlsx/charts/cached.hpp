// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/writers/xlsx/book.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::writers::xlsx {

/// What a cell of the document shows, as charts keep it for readers that work nothing out. Neither: blank.
struct Shown {
    std::optional<double> number;
    std::string text; ///< of a cell that holds no number
};

/// Looks cells of the document up.
class ShownCells {
  public:
    explicit ShownCells(const Book& book) : m_book(book) {}

    /// Row by row. None for a sheet that is not there, and for more cells than charts keep (65,535).
    std::optional<std::vector<Shown>> of(const Area& area);

  private:
    struct Rows {
        std::int32_t first{0};
        std::int32_t last{0};
        pugi::xml_node node;
    };
    static void add_rows(std::vector<Rows>& rows, pugi::xml_node owner);
    const std::vector<Rows>& rows_of(const Sheet& sheet);

    const Book& m_book;
    std::map<const Sheet*, std::vector<Rows>> m_rows;
};

/// Areas of an OpenDocument address as the sheet format writes them, `'Year 4'!$B$2:$B$9`, several in
/// brackets; sheets by their names in the workbook. "" when there is none.
std::string areas_text(const Book& book, std::string_view addresses);

enum class Keep : std::uint8_t { numbers, numbers_and_text };

/// Gives a range of a chart what its cells show. The library would do so only for cells without formulas.
void keep_shown(ShownCells& cells, lxw_series_range& range, std::string_view addresses, Keep keep);

} // namespace termbook::writers::xlsx
