// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/calendar/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace termbook {

/// The assessments that pupils have results of.
enum class Stage : std::uint8_t { eyfs, phonics, mtc, ks1, ks2, ks4, tracker };

/// "eyfs", "phonics", "mtc", "ks1", "ks2", "ks4", "tracker".
std::optional<Stage> parse_stage(std::string_view text);
std::string_view to_string(Stage stage);

/// What a judgement or a status letter comes to where there is no score.
enum class Outcome : std::uint8_t {
    none, ///< the score speaks
    below,
    expected,
    higher,
    absent,       ///< eligible, did not take it: counts against, and in no mean
    not_eligible, ///< counts in no denominator
};

/// "below", "expected", "higher", "absent", "not-eligible"; none for anything else.
std::optional<Outcome> parse_outcome(std::string_view text);
/// The same words; empty for Outcome::none.
std::string_view to_string(Outcome outcome);

/// Scores are kept in hundredths, so that sums of them are exact: 104 is 10,400, an Attainment 8 of 46.25 is
/// 4,625.
constexpr std::int64_t score_scale = 100;

/// A pupil's result in one subject.
struct Result {
    std::size_t pupil{0}; ///< index into School::pupils
    Stage stage{Stage::tracker};
    std::string subject; ///< "reading", "writing", "maths", "gps" …; lower case
    std::optional<std::int64_t> score;
    Outcome outcome{Outcome::none};
    std::optional<Date> on; ///< when it was judged; none for statutory results
};

/// That an export gave results of a stage.
struct StageSource {
    Stage stage{Stage::tracker};
    std::size_t source{0}; ///< index into Trust::sources

    friend bool operator==(const StageSource&, const StageSource&) = default;
};

/// A school's results of one academic year.
struct ResultsYear {
    std::size_t year{0}; ///< index into the calendar's years
    std::vector<Result> results;
    std::vector<std::size_t> sources; ///< indices into Trust::sources
    std::vector<StageSource> stages;  ///< which of them gave which stage

    std::vector<std::size_t> sources_of(Stage stage) const;
};

} // namespace termbook
