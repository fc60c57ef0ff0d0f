// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/selection.hpp"
#include "core/figures/tally.hpp"

#include <string_view>
#include <vector>

namespace termbook {

/// The members of a dimension within a selection; see Figures::members.
std::vector<Member> dimension_members(const Trust& trust, const Selection& selection,
                                      std::string_view dimension, const RecordsOf& records_of, Unit unit);

/// The fields of what is selected; see Figures::fields.
Fields selection_fields(const Trust& trust, const Selection& selection);

} // namespace termbook
