// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/attendance/school_days.hpp"
#include "cli/sample/exported_school.hpp"
#include "cli/sample/kinds/story.hpp"

#include <array>
#include <string>
#include <vector>

namespace termbook::sample {

/// What a tracker calls below, at and above what is expected for the age.
using JudgementWords = std::array<std::string_view, 3>;

/// A teacher's judgement of a pupil at the end of a term, or a score of a test.
struct Judgement {
    std::size_t pupil{0}; ///< index into ExportedSchool::pupils
    std::string subject;  ///< "Reading"
    std::size_t term{0};  ///< index into the year's terms
    std::string text;     ///< one of the words; of "Reading age" years, as 11.4
};

/// The judgements of the terms that have ended: reading, writing and maths of Years 1 to 6; English, maths
/// and science of Years 7 to 11, and the reading age of Years 7 to 9. A pupil's stay about the same from
/// term to term, but for the school's growth.
std::vector<Judgement> tracker_of(const ExportedSchool& school, const SchoolCalendar& calendar,
                                  const SchoolStory& story, const JudgementWords& words);

} // namespace termbook::sample
