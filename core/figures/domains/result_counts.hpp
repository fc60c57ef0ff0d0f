// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/counting/record.hpp"

#include <cstdint>
#include <span>
#include <string_view>

/// What a pupil's results add to a figure.
namespace termbook::results {

/// The exports do not say.
inline constexpr Counted unknown{0, 0, false};

/// The pupil's result in a subject, or in any where `subject` is empty; null without one. Of several, as of a
/// tracker that judges every term, the first found, or the last or first judged in the period.
const Result* result_of(const PupilRecord& record, Stage stage, std::string_view subject);
const Result* last_result_of(const PupilRecord& record, Stage stage, std::string_view subject);
const Result* first_result_of(const PupilRecord& record, Stage stage, std::string_view subject);

/// A result that says whether the level was reached; null for a bare score, where no score is that level.
const Result* judged(const Result* result);

/// Whether the score, or where there is none the judgement, comes to this or more.
bool reaches(const Result& result, std::int64_t score, Outcome outcome);

/// A judgement, as the school's profile has it: at the expected level for the age, or above.
bool is_at_age(const Result& result);

/// Whether the pupil reached it, of one who was eligible.
Counted share(const Result* result, bool (*reached)(const Result&));

/// A share of those who were judged: of a score alone nobody says what it comes to.
Counted share_of_judged(const Result* result);

/// All of several subjects: whoever is eligible in one is counted, and must reach it in every one.
Counted share_of_all(const PupilRecord& record, Stage stage, std::span<const std::string_view> subjects,
                     bool (*reached)(const Result&));

/// A share of those with a score above the trust's average or without one; of a judgement nothing is known.
Counted share_above_average(const PupilRecord& record, const Result* result);

/// The score, of one who has one.
Counted mean(const Result* result);

/// Points between the first and the last judgement of a tracker.
Counted progress(const PupilRecord& record, std::string_view subject);

} // namespace termbook::results
