// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/random.hpp"

#include <string>

namespace termbook::sample {

std::string girls_name(Random& random);
std::string boys_name(Random& random);

/// Two halves that make a name of no family: "Thistlecombe".
std::string surname(Random& random);

/// A unique pupil number: a check letter before 12 digits. Definition: DfE, Unique pupil numbers guide,
/// appendix on the check letter (weights 2 to 13, remainder by 23, letters without I, O and S).
std::string upn(const std::string& twelve_digits);

} // namespace termbook::sample
