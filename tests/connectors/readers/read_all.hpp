// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/readers/csv_reader.hpp"

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::readers {

using Rows = std::vector<std::vector<std::string>>;

inline CsvReader csv_reader(std::string_view text, const CsvOptions& options = {},
                            std::size_t most_at_once = std::numeric_limits<std::size_t>::max()) {
    return CsvReader(open_memory(text, "export.csv", most_at_once), options);
}

inline Rows read_all(RowReader& reader) {
    Rows rows;
    for (Row row; reader.next(row);)
        rows.emplace_back(row.cells.begin(), row.cells.end());
    return rows;
}

} // namespace termbook::readers
