// SPDX-License-Identifier: MPL-2.0
#include "connectors/readers/row_queue.hpp"

#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace termbook::readers {

namespace {

/// A few bytes can say that a sheet is full of one value; no school's data is anywhere near.
constexpr std::uint64_t most_cells = 500'000'000;

} // namespace

void RowQueue::begin_row(std::uint64_t line, bool hidden) {
    m_building = {line, m_cells.size(), 0, 0, 1, hidden};
    m_building_text = m_text.size();
}

/// What is left is the row that is being built.
void RowQueue::drop_popped() {
    m_rows.clear();
    m_next = 0;
    m_cells.erase(m_cells.begin(), m_cells.begin() + static_cast<std::ptrdiff_t>(m_building.first));
    m_text.erase(0, m_building_text);
    for (Cell& cell : m_cells)
        cell.begin -= m_building_text;
    m_building.first = m_building_text = 0;
}

void RowQueue::put(std::size_t column, std::string_view text, std::size_t repeat) {
    if (text.empty()) return;
    const std::uint64_t line = m_building.line;
    if (column >= most_sheet_columns || repeat > most_sheet_columns - column)
        throw Error({{}, line, 0, {}}, "a cell beyond the last column of a sheet",
                    fmt::format("at most {} columns", most_sheet_columns),
                    "open the workbook and save it again");
    m_cells.push_back({column, repeat, m_text.size(), text.size()});
    m_building.width = std::max(m_building.width, column + repeat);
    m_text += text;
}

void RowQueue::end_row(std::uint64_t repeat) {
    m_building.last = m_cells.size();
    if (m_building.width != 0) {
        m_all_cells += m_building.width * std::min(repeat, most_cells);
        if (m_all_cells > most_cells)
            throw Error({{}, m_building.line, 0, {}},
                        fmt::format("a sheet of more than {} cells", most_cells), "a table of data",
                        "delete what fills the sheet, and save it again");
        m_building.repeat = repeat;
        m_rows.push_back(m_building);
    }
    begin_row(m_building.line + repeat, false);
}

bool RowQueue::pop(Row& row) {
    if (m_next == m_rows.size()) {
        drop_popped();
        return false;
    }
    Whole& next = m_rows[m_next];
    m_views.assign(next.width, {});
    for (std::size_t i = next.first; i < next.last; ++i) {
        const Cell& cell = m_cells[i];
        std::fill_n(m_views.begin() + static_cast<std::ptrdiff_t>(cell.column), cell.repeat,
                    std::string_view(m_text.data() + cell.begin, cell.size));
    }
    row = {next.line, m_views};
    m_hidden = next.hidden;
    ++next.line;
    if (--next.repeat == 0) ++m_next;
    return true;
}

} // namespace termbook::readers
