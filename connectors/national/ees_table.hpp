// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"
#include "connectors/profiles/recognition.hpp"

#include <cstdint>
#include <optional>

namespace termbook {

/// Reads a file of the DfE's "Explore education statistics": a row for each area, phase of education and
/// time. Rows of England and of the schools' local authorities become comparators of a whole year, a term, or
/// a year to date, which ends with the week that the row names. Rows of regions and of other authorities are
/// nobody's here. What is of another time, phase or breakdown is an issue.
std::uint64_t load_ees_table(readers::RowReader& rows, const RecognisedTable& table, const ExportFile& file,
                             Intake& intake, std::optional<Date>& as_at);

} // namespace termbook
