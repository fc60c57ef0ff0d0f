// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/formats/table.hpp"

#include <string>

namespace termbook::sample {

struct CsvStyle {
    bool windows_1252{false};    ///< otherwise UTF-8
    bool byte_order_mark{false}; ///< before UTF-8
    bool quoted{false};          ///< every cell in quotes; otherwise those that need them
};

/// The table as CSV, a line a row. Throws Error when a cell has a letter that Windows-1252 does not write.
std::string csv_file(const Table& table, const CsvStyle& style);

} // namespace termbook::sample
