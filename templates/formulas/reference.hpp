// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace termbook::formulas {

/// One corner of a reference. Rows and columns count from 0.
struct CellRef {
    std::optional<std::string> sheet; ///< none: the sheet of the formula
    bool sheet_absolute{false};
    std::int32_t column{0};
    std::int32_t row{0};
    bool column_absolute{false};
    bool row_absolute{false};
    bool broken{false}; ///< #REF!

    friend bool operator==(const CellRef&, const CellRef&) = default;
};

/// A reference as a formula holds it: a cell, a range, whole columns or whole rows.
struct Reference {
    CellRef first;
    std::optional<CellRef> last; ///< none: a single cell
    bool whole_columns{false};   ///< `A:C`: rows mean nothing
    bool whole_rows{false};      ///< `2:4`: columns mean nothing

    friend bool operator==(const Reference&, const Reference&) = default;
};

} // namespace termbook::formulas
