// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/profiles/recognition.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace termbook {

/// The rows of an export below its header, one after the other, and issues with the places of their cells.
class TableRows {
  public:
    using Column = std::optional<std::size_t>; ///< none: the export does not have it

    /// What is odd about a column as a whole becomes an issue.
    TableRows(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
              IssueLog& issues);

    /// Goes to the next row that is not blank; false when there is none. Throws Error where the file ends
    /// within its last row, narrower than its header as no other row is: it was cut short, and what it lacks
    /// nobody knows. Where only the last cell is shorter than all others of its column, it may have been: an
    /// issue.
    bool next();
    /// How many there were so far.
    std::uint64_t count() const { return m_count; }

    Column column(std::string_view field) const { return m_table.column(field); }
    // Of a field's column: for lists of some thousand rows. Where there are millions, ask for the column
    // once.
    std::string_view cell(std::string_view field) const { return cell(column(field)); }
    ColumnHabits habits(std::string_view field) const { return habits(column(field)); }
    SourcePos place(std::string_view field) const { return place(column(field)); }
    void report(std::string_view field, std::string found, std::string expected, std::string remedy) {
        report(column(field), std::move(found), std::move(expected), std::move(remedy));
    }

    /// How a column writes what its cells cannot tell alone.
    ColumnHabits habits(Column column) const;
    /// The cell in a column, without the blanks around it; empty where there is none.
    std::string_view cell(Column column) const;
    /// The same with the blanks around it.
    std::string_view raw_cell(Column column) const;
    std::uint64_t line() const { return m_row.line; }
    /// Of the cell in a column, or of the row.
    SourcePos place(Column column) const;

    void report(Column column, std::string found, std::string expected, std::string remedy);

  private:
    void report_habits();
    void note_width();
    void report_short_end();

    readers::RowReader& m_rows;
    const RecognisedTable& m_table;
    const ExportFile& m_file;
    IssueLog& m_issues;
    readers::Row m_row;
    std::uint64_t m_count{0};
    bool m_is_narrow{false};                                  ///< the row last read, as the first
    bool m_widths_say_nothing{false};                         ///< there are other narrow rows
    std::size_t m_end_size{0};                                ///< of the last cell of the row last read
    std::size_t m_shortest_end{static_cast<std::size_t>(-1)}; ///< of those of the rows before
};

} // namespace termbook
