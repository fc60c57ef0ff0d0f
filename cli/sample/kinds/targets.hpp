// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

namespace termbook::sample {

/// What the trust wants its schools to reach, as CSV from its own spreadsheet: of the trust, a phase or a
/// school, a year group, a group of pupils, a subject and a term. Of attendance termbook.xml has the targets.
std::string targets_file();

} // namespace termbook::sample
