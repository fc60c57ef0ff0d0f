// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/counting/tally.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// What was not counted, and what was although something of it is not known: a sentence each, without a name.
/// `cut_off` is the last day of a period that ends before its year does.
std::vector<std::string> what_was_left_out(const Tally& sum, Basis basis, std::optional<Date> cut_off);

/// What is missing, in words, when no school has data for a figure.
std::string_view what_is_wanted(Basis basis);

/// The same when they gave something, but less than the figure needs.
std::string_view what_is_lacking(Basis basis);

} // namespace termbook
