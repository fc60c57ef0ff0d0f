// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace termbook::sample {

using Cells = std::vector<std::string>;

/// A table of an export. Its rows are made as they are asked for, since those of marks are millions; they are
/// of the school that the table was made from, which must outlive it.
struct Table {
    std::vector<Cells> header; ///< one row, or two
    std::size_t rows{0};
    std::function<Cells(std::size_t)> row; ///< the cells of row 0, 1 … below the header
};

/// A table whose rows are made already.
Table table_of(Cells header, std::vector<Cells> rows);

/// "2015-02-28" as "28/02/2015".
std::string british(const std::string& iso);

/// "Yes", or nothing.
std::string yes_or_blank(bool yes);

} // namespace termbook::sample
