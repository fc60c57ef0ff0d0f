// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/counting/tally.hpp"
#include "core/figures/selection.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace termbook {

/// The members of the dimensions of incidents: `type`, with what incidents were exported as; `reason`, the
/// types of suspensions and permanent exclusions only; `weekday`, Monday to Friday and any other day on which
/// something happened. Those of the incidents that a figure counts, where it is said which. None for a
/// dimension of something else.
std::optional<std::vector<Member>> incident_members(std::string_view dimension, const Selection& selection,
                                                    const RecordsOf& records_of,
                                                    const FigureDefinition* figure);

} // namespace termbook
