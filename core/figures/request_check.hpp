// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/figure.hpp"
#include "core/figures/selection.hpp"

#include <string>

namespace termbook {

/// The figure with this key. Throws Error (usage) with the nearest spelling when there is none.
const FigureDefinition& definition_of(const std::string& key);

/// Throws Error (usage) when the figure cannot be asked for so: with a code it does not take, without one it
/// needs, or against what it cannot be compared with.
void check_request(const FigureRequest& request, const Selection& selection, const AttendanceCodes& codes);

} // namespace termbook
