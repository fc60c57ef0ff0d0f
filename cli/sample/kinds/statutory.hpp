// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/exported_school.hpp"
#include "cli/sample/kinds/story.hpp"

#include <string>
#include <vector>

namespace termbook::sample {

/// A pupil's result as a system holds it: a score, a letter or a word.
struct ExportedResult {
    std::size_t pupil{0}; ///< index into ExportedSchool::pupils
    std::string stage;    ///< "eyfs", "phonics", "mtc", "ks2", "ks4"
    std::string subject;  ///< "reading"; empty where the stage has but one
    std::string text;     ///< "104", "EXS", "A"
};

/// The results of a summer, pupil by pupil: of Reception the five areas of a good level of development, of
/// Year 1 phonics, of Year 4 the multiplication tables check, of Year 6 key stage 2, of Year 11 grades and
/// Attainment 8. A few pupils are absent, disapplied or working below a test.
std::vector<ExportedResult> statutory_results(const ExportedSchool& school, const SchoolStory& story);

} // namespace termbook::sample
