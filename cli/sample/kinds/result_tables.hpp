// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/formats/table.hpp"
#include "cli/sample/kinds/statutory.hpp"

#include <string_view>

namespace termbook::sample {

/// A row for each pupil who has a result of the stage, and a column for each of its subjects.
Table results_of_stage(const ExportedSchool& school, const std::vector<ExportedResult>& results,
                       std::string_view stage);

/// A row for each pupil who has any result, and the columns of all the stages.
Table results_of_pupils(const ExportedSchool& school, const std::vector<ExportedResult>& results);

/// A row for each result.
Table results_in_rows(const ExportedSchool& school, const std::vector<ExportedResult>& results);

} // namespace termbook::sample
