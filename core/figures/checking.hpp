// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/figures.hpp"
#include "core/figures/selection.hpp"

namespace termbook {

/// What can be told to be wrong about a request without counting: a selector that the figure wants and does
/// not have, or has and cannot use; a comparison that does not exist. Throws Error (usage).
void check_request(const FigureRequest& request, const FigureDefinition& definition,
                   const Selection& selection, const AttendanceCodes& codes);

} // namespace termbook
