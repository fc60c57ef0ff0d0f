// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/dialects/mark_string.hpp"
#include "cli/sample/exported_school.hpp"

#include <string>

namespace termbook::sample {

struct CtfOptions {
    MarkSpelling spelling{MarkSpelling::commas};
    bool marks{true}; ///< the strings of marks; otherwise totals alone
};

/// The school as a Common Transfer File 25. Throws Error when a code of two characters is to be spelt with
/// one.
std::string ctf_file(const ExportedSchool& school, const AttendanceCodes& codes, const CtfOptions& options);

/// The file's name by the standard: "8202001_CTF_8202001_001.xml".
std::string ctf_file_name(const ExportedSchool& school);

} // namespace termbook::sample
