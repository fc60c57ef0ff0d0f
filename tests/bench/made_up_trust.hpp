// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/trust.hpp"

#include <cstddef>

namespace termbook::bench {

/// A trust to count in, always the same one: half of its schools primary and half secondary, each with so
/// many pupils, all years from 2024/25 to 2025/26 with three terms, every session marked, and of every kind
/// of export something: groups, results of each stage, suspensions, exclusions and behaviour.
Trust made_up_trust(std::size_t schools, std::size_t pupils_a_school);

} // namespace termbook::bench
