// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/options.hpp"

#include <string>
#include <vector>

namespace termbook::cli {

/// Rows of text for standard output.
class Table {
  public:
    explicit Table(std::vector<std::string> header);

    void add(std::vector<std::string> row);

    /// As aligned columns, as CSV, or as a JSON array of objects whose values are text.
    void print(TableFormat format) const;

  private:
    void print_aligned() const;
    void print_csv() const;
    void print_json() const;

    std::vector<std::string> m_header;
    std::vector<std::vector<std::string>> m_rows;
};

/// A cell of CSV output: quoted where it must be, and with a ' before what a spreadsheet would take for a
/// formula.
std::string csv_cell(const std::string& text);

} // namespace termbook::cli
