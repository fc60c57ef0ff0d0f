// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/random.hpp"

#include <string>
#include <vector>

namespace termbook::sample {

/// The classes of one year group.
struct YearGroupPlan {
    int year{0}; ///< 0 is Reception
    std::vector<std::string> classes;
    int pupils_in_class{0};
};

/// Adds made-up pupils to a school by its plan, in alphabetical order as systems export them.
void enrol(ExportedSchool& school, const std::vector<YearGroupPlan>& plan, Random& random);

} // namespace termbook::sample
