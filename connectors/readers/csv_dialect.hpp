// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>
#include <string_view>

namespace termbook::readers {

/// What stands between the cells of a CSV, and around those that need it.
struct CsvDialect {
    char delimiter{','};
    char quote{'"'};

    friend bool operator==(const CsvDialect&, const CsvDialect&) = default;
};

/// The dialect that makes the most rows of `sample` equally wide: comma, semicolon, tab or bar between cells,
/// " or ' around them. A sample where nothing separates cells is one column, with the default dialect.
/// `delimiter` and `quote` are taken as they are where given.
CsvDialect find_dialect(std::string_view sample, std::optional<char> delimiter = std::nullopt,
                        std::optional<char> quote = std::nullopt);

} // namespace termbook::readers
