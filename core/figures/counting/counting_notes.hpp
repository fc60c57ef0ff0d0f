// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/counting/tally.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// What was not counted, and what was although something of it is not known: a sentence each, without a name.
std::vector<std::string> what_was_left_out(const Tally& sum, Basis basis);

/// What is missing, in words, when no school has data for a figure.
std::string_view what_is_wanted(Basis basis);

/// The same when they gave something, but less than the figure needs.
std::string_view what_is_lacking(Basis basis);

} // namespace termbook
