// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/intake.hpp"

#include <optional>

namespace termbook {

/// Whether a list of pupils that was made on `made` lies in the folder of a year that had not begun by then:
/// it is of an earlier one, and who is in it is on no roll of the folder's year. That is one issue of the
/// file.
bool is_of_an_earlier_year(const ExportFile& file, std::optional<Date> made, Trust& trust);

} // namespace termbook
