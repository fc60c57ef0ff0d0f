// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/result.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace termbook {

/// The scores that can be got, in hundredths.
struct ScoreRange {
    std::int64_t least;
    std::int64_t most;

    bool contain(std::int64_t score) const { return least <= score && score <= most; }
};

/// "80 to 120".
std::string to_string(const ScoreRange& range);

/// What systems write for results that are no score, and how they spell subjects.
class ResultCodes {
  public:
    /// What a code such as EXS or A comes to in a stage; none for one that is not known.
    std::optional<Outcome> outcome(Stage stage, std::string_view code) const;

    /// A subject as figures know it ("maths" for Mathematics); another as it is, folded.
    std::string subject(std::string_view name) const;

    /// Those of a subject, or else of its stage; of any size where neither is known.
    ScoreRange scores(Stage stage, const std::string& subject) const;

    void add_scores(Stage stage, std::string subject, ScoreRange range);
    void add_code(Stage stage, std::string_view code, Outcome outcome);
    void add_subject(std::string_view spelling, std::string key);

  private:
    std::map<std::pair<Stage, std::string>, Outcome> m_codes;
    std::map<std::string, std::string> m_subjects;
    std::map<std::pair<Stage, std::string>, ScoreRange> m_scores; ///< of a whole stage: without a subject
};

/// Reads a file of <result-codes>. Throws Error with the place when it is none.
ResultCodes read_result_codes(std::string bytes, const std::string& name);

/// Those that come with Termbook.
const ResultCodes& national_result_codes();

} // namespace termbook
