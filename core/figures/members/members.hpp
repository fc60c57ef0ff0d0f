// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/counting/tally.hpp"
#include "core/figures/selection.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// The members of a dimension within a selection; see Figures::members.
std::vector<Member> dimension_members(const Trust& trust, const Selection& selection,
                                      std::string_view dimension, const RecordsOf& records_of,
                                      const FigureDefinition* figure);

/// A member with the fields `<dimension>.key` and `<dimension>.name`.
Member named_member(std::string_view dimension, const std::string& key, const std::string& name);

/// The fields of what is selected; see Figures::fields.
Fields selection_fields(const Trust& trust, const Selection& selection);

} // namespace termbook
