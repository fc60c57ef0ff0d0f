// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::writers::xlsx {

constexpr std::int32_t most_rows = 1'048'576;
constexpr std::int32_t most_columns = 16'384;

/// Cells of one sheet, rows and columns from 0, ends included.
struct Area {
    std::string sheet;
    std::int32_t first_column{0};
    std::int32_t first_row{0};
    std::int32_t last_column{0};
    std::int32_t last_row{0};

    friend bool operator==(const Area&, const Area&) = default;
};

/// An OpenDocument range address: `Overview.A1`, `$'Year 4'.$A$1:.$C$9`. None if it is not one, or leads out
/// of what the sheet format holds.
std::optional<Area> parse_area(std::string_view address);

/// A list of them, parted by blanks; what is no address is left out.
std::vector<Area> parse_areas(std::string_view addresses);

/// `$A$1:$C$9`, or `A1:C9`.
std::string cells_of(const Area& area, bool absolute);

/// A sheet's name in quotes, which formulas take for every name.
std::string quoted_sheet(std::string_view name);

} // namespace termbook::writers::xlsx
