// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"

#include <string>
#include <vector>

namespace termbook::sample {

/// A school of the sample, and how its system writes exports.
struct SampleSchool {
    ExportedSchool school;
    std::string phase;
    std::string folder;
    std::string table_name; ///< of the whole-school spreadsheet
    bool sims{false};       ///< Windows-1252; others write UTF-8 in quotes
    bool commas{false};     ///< mark strings with commas, as since CTF 24
};

/// Ashwell, Brookfield, Castle Hill and Deepdale, with two terms of attendance up to 27 March 2026. Each has
/// a story: Ashwell's Year 4 falls off from November, and three of its records are wrong; Brookfield does
/// well; Castle Hill has a year group of four; Deepdale's Years 10 and 11 are away too much.
std::vector<SampleSchool> sample_schools(const AttendanceCodes& codes);

} // namespace termbook::sample
