// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/catalogue.hpp"
#include "core/model/trust.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// The figure of a key or of a title of the catalogue, capitals and blanks aside; null for anything else.
const FigureDefinition* find_figure_named(std::string_view text);

/// Groups by key ("pp", "not-send") or title, several with commas between them, as keys in alphabetical
/// order; none where one is not known.
std::optional<std::vector<std::string>> parse_group_names(std::string_view text);

/// What a period means in each of the configured years that has the like: "autumn", "Autumn term", "term2",
/// the name of a term, "2025/26", "autumn@2025/26", "Autumn 2025/26", "month:2025-10" …; empty for anything
/// else.
std::vector<Period> parse_periods(std::string_view text, const Calendar& calendar);

/// Whether a target is one to reach ("at least", "≥", "minimum" …) rather than one to stay below; none for
/// anything else.
std::optional<bool> parse_at_least(std::string_view text);

/// "95", "95.5", "95%".
std::optional<double> parse_target_value(std::string_view text);

/// Adds a rule to the trust's. One about the very same as a rule that is there is not added, and is an issue
/// where the two differ; so is one for a figure that has no targets.
void add_target(Trust& trust, TargetRule rule, const SourcePos& pos);

} // namespace termbook
