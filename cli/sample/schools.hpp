// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/kinds/story.hpp"
#include "cli/sample/systems.hpp"

#include <string>
#include <vector>

namespace termbook::sample {

/// A school of the sample, in two years, and the system that writes its exports.
struct SampleSchool {
    ExportedSchool now;    ///< 2025/26, up to 27 March 2026
    ExportedSchool before; ///< 2024/25
    std::string phase;
    std::string folder;
    System system;
    SchoolStory story{}; ///< beyond attendance
};

/// Ashwell, Brookfield, Castle Hill and Deepdale, with the three terms of 2024/25 and two of 2025/26. Each
/// has a story: Ashwell's Year 4 falls off from November 2025, three of its records are wrong, and a pupil of
/// its moves to Brookfield at Christmas; Brookfield does well; Castle Hill has a year group of four;
/// Deepdale's Years 10 and 11 are away too much. Ashwell's phonics is far below England's; Brookfield's
/// tracker rises from term to term; Castle Hill's pupils write less well than they read; Deepdale's Year 10
/// is unruly, and its results are below England's.
std::vector<SampleSchool> sample_schools(const AttendanceCodes& codes);

} // namespace termbook::sample
