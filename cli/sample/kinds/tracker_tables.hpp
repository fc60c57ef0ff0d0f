// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "cli/sample/formats/table.hpp"
#include "cli/sample/kinds/tracker.hpp"

namespace termbook::sample {

/// A row for each pupil and a column for each subject and term, named in this order: "Reading Autumn" or
/// "Autumn Reading".
enum class TermColumns { subject_first, term_first };
Table tracker_in_columns(const ExportedSchool& school, const SchoolCalendar& calendar,
                         const std::vector<Judgement>& judgements, TermColumns order);

/// A row for each judgement, with the term and the academic year.
Table tracker_in_rows(const ExportedSchool& school, const SchoolCalendar& calendar,
                      const std::vector<Judgement>& judgements);

} // namespace termbook::sample
