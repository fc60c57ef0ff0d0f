// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/table_rows.hpp"

#include "connectors/mis/values.hpp"

#include <algorithm>
#include <utility>

namespace termbook {

namespace {

bool is_blank(const readers::Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](auto cell) { return trimmed(cell).empty(); });
}

} // namespace

bool TableRows::next() {
    while (m_rows.next(m_row)) {
        if (m_row.line <= m_table.header_line || is_blank(m_row)) continue;
        ++m_count;
        return true;
    }
    return false;
}

std::string_view TableRows::cell(Column column) const {
    return trimmed(raw_cell(column));
}

std::string_view TableRows::raw_cell(Column column) const {
    return column && *column < m_row.cells.size() ? m_row.cells[*column] : std::string_view();
}

SourcePos TableRows::place(Column column) const {
    if (!column) return m_file.place(m_row.line, 0, {});
    return m_file.place(m_row.line, m_rows.column_of(*column), m_table.headers[*column]);
}

void TableRows::report(Column column, std::string found, std::string expected, std::string remedy) {
    m_issues.add({place(column), std::move(found), std::move(expected), std::move(remedy), 1, {}});
}

} // namespace termbook
