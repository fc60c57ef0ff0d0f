// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/tables/table_rows.hpp"
#include "connectors/national/published_field.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace termbook {

/// A figure found in a row, and where.
struct FigureOfFile {
    Comparator row;
    SourcePos pos;
};

/// A file of the DfE with published figures in its columns, row by row. A figure that several files, or rows,
/// give alike counts once; where they differ the first holds (the newest file's), and it is an issue.
class PublishedTable {
  public:
    PublishedTable(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                   Intake& intake);

    bool next() { return m_rows.next(); }
    std::uint64_t count() const { return m_rows.count(); }
    std::string_view cell(std::string_view field) const { return m_rows.cell(m_rows.column(field)); }
    void report(std::string_view field, std::string found, std::string expected, std::string remedy) {
        m_rows.report(m_rows.column(field), std::move(found), std::move(expected), std::move(remedy));
    }

    /// The row's figures, each as `of` says whose and when it is. A symbol for a figure that is withheld, or
    /// that there is none, gives none; what is neither that nor a number is an issue.
    std::vector<FigureOfFile> figures(const Comparator& of);

    void add(FigureOfFile figure);
    void add(std::vector<FigureOfFile> figures);

  private:
    struct Column {
        std::size_t column;
        PublishedField field;
    };

    TableRows m_rows;
    const ExportFile& m_file;
    Trust& m_trust;
    std::string m_source; ///< how pages name the file
    std::vector<Column> m_columns;
    std::unordered_map<std::string, double> m_known; ///< what files have given so far, by what it is of
};

} // namespace termbook
