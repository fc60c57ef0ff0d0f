// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace termbook::make_exports {

/// Sessions by attendance code.
using SessionsByCode = std::map<std::string, std::int64_t>;

/// A row of the DfE's "Pupil attendance in schools": one area and phase.
struct DfeRow {
    std::string area;
    std::string phase; ///< "Primary", "Secondary", "Special", "Total"
    std::int64_t possible{0};
    SessionsByCode sessions;
    std::map<std::string, double> percentages; ///< by column, as published: "attendance_perc"
};

/// The row of an area and phase. Throws Error when there is none, when a count is withheld ("c"), or when the
/// sessions by reason do not add up to those that were possible, as in some rows they do not.
DfeRow read_dfe_row(const std::filesystem::path& file, const std::string& area, const std::string& phase);

/// All rows of local authorities that can be used, the fewest sessions first.
std::vector<DfeRow> usable_dfe_rows(const std::filesystem::path& file);

} // namespace termbook::make_exports
