// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace termbook::test {

/// A cell with something in it.
struct ReportCell {
    std::string text; ///< as shown
    std::optional<double> value;
    std::string formula;
};

/// The cells of a sheet by row and column, from 0; empty ones are not there.
using ReportSheet = std::map<std::pair<std::int32_t, std::int32_t>, ReportCell>;

/// What a cell's formula takes from the Sources sheet.
struct SourcesReference {
    char column{0};
    std::int32_t row{0}; ///< from 0
};

/// A cell whose formula refers to Sources.
struct FigureCell {
    std::string sheet;
    std::int32_t row{0};
    std::int32_t column{0};
    ReportCell cell;
    std::vector<SourcesReference> references;
    std::string label; ///< the first text of its row
    std::string title; ///< the nearest text above it
    std::string place() const;
};

/// A filled report (.ods) as a reader finds it.
class FilledReport {
  public:
    explicit FilledReport(const std::filesystem::path& path);

    const std::string& school() const { return m_school; } ///< from the document's properties
    const std::string& period() const { return m_period; }
    const std::map<std::string, ReportSheet>& sheets() const { return m_sheets; }
    const ReportSheet& sources() const { return m_sheets.at("Sources"); }
    std::vector<FigureCell> figure_cells() const;

    /// A cell of Sources, without content if it is not there.
    ReportCell source(std::int32_t row, char column) const;
    /// Every row of Sources that has a mark.
    std::vector<std::int32_t> source_rows() const;
    std::string mark(std::int32_t source_row) const { return source(source_row, 'A').text; }

  private:
    std::string m_school;
    std::string m_period;
    std::map<std::string, ReportSheet> m_sheets;
};

/// A mark without the format behind its bar.
std::string without_format(const std::string& mark);

} // namespace termbook::test
