// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "connectors/mis/ctf/ctf_records.hpp"
#include "connectors/mis/intake.hpp"

#include <vector>

namespace termbook {

/// Gives a pupil the results of their StageAssessments: early years (the goals of an area together, which is
/// met where each is), phonics, multiplication tables check, key stages 1 and 2. A test's result goes before
/// a teacher's assessment of the same subject. A result is of the academic year in whose summer its Year
/// lies; one of another year, subject or value is an issue. Areas that no figure needs are passed over.
void place_ctf_results(const std::vector<CtfAssessment>& assessments, std::size_t pupil,
                       const ExportFile& file, Intake& intake, RegisterBuilder& school);

} // namespace termbook
