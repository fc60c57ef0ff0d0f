// SPDX-License-Identifier: MPL-2.0
#include "connectors/mis/tables/table_rows.hpp"

#include "connectors/mis/pupils/upn.hpp"
#include "connectors/mis/tables/values.hpp"
#include "core/diagnostics/error.hpp"

#include <algorithm>
#include <utility>

namespace termbook {

namespace {

bool is_blank(const readers::Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](auto cell) { return trimmed(cell).empty(); });
}

} // namespace

TableRows::TableRows(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                     IssueLog& issues)
    : m_rows(rows), m_table(table), m_file(file), m_issues(issues) {
    report_habits();
}

void TableRows::report_habits() {
    const auto report = [&](std::size_t column, std::string found, std::string expected, std::string remedy) {
        m_issues.add({m_file.place(m_table.header_line, 0, m_table.headers[column]),
                      std::move(found),
                      std::move(expected),
                      std::move(remedy),
                      1,
                      {}});
    };
    for (std::size_t i = 0; i < m_file.habits.size(); ++i) {
        if (m_file.habits[i].few_tell)
            report(i, "dates of which a few can only have the month first, and none only the day",
                   "the day first, or yyyy-mm-dd",
                   "all of the column are read with the month first; correct the few if that is wrong");
        if (m_file.habits[i].several_spellings)
            report(i, "answers in several spellings, such as Y beside T", "one for yes and one for no",
                   "Y, T and 1 are read as yes; N, F and 0 as no; correct them if they mean something else");
    }
}

bool TableRows::next() {
    while (m_rows.next(m_row)) {
        if (m_row.line <= m_table.header_line || is_blank(m_row)) continue;
        note_width();
        ++m_count;
        return true;
    }
    if (m_is_narrow && m_rows.ends_within_a_row())
        throw Error(place(Column{}), "a last row that ends before its last column",
                    "rows as wide as the header", "the file was cut short: export it again");
    constexpr std::uint64_t fewest_to_compare = 10;
    if (m_count > fewest_to_compare && m_end_size < m_shortest_end && m_rows.ends_within_a_row())
        report_short_end();
    return false;
}

/// A last line without an end is common, and a short last cell may be right: both together may be a cut.
void TableRows::report_short_end() {
    m_issues.add({m_file.place(m_row.line, 0, m_table.headers.back()),
                  "a last cell shorter than all others of its column, at the end of a file whose last line "
                  "does not end",
                  "a whole last row",
                  "the row is read as it stands; if the file was cut short, export it again",
                  1,
                  {}});
}

/// Some systems leave out the blank cells at the end of any row; but where one row only is narrow, the last,
/// and is no total or note, it may be half a row.
void TableRows::note_width() {
    const bool is_whole = m_row.cells.size() == m_table.headers.size();
    if (m_count > 0) m_shortest_end = std::min(m_shortest_end, m_end_size);
    m_end_size = is_whole ? m_row.cells.back().size() : 0;
    if (std::exchange(m_is_narrow, false)) m_widths_say_nothing = true;
    if (m_widths_say_nothing || m_row.cells.size() >= m_table.headers.size()) return;
    const Column upn = column("upn");
    m_is_narrow = !upn || (!cell(upn).empty() && !names_nobody(upn_fault(cell(upn))));
    m_widths_say_nothing = !m_is_narrow;
}

ColumnHabits TableRows::habits(Column column) const {
    return column && *column < m_file.habits.size() ? m_file.habits[*column] : ColumnHabits{};
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
