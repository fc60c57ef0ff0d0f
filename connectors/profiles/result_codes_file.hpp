// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/model/result.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace termbook {

/// A code as a file of <result-codes> writes it, and what it comes to.
struct ResultCode {
    Stage stage;
    std::string mark;
    Outcome outcome;
};

/// The scores that a stage, or a subject of it, can have.
struct ScoreRange {
    double least{0};
    double most{0};
};

/// What systems write for results that are no score, and how they spell subjects.
class ResultCodes {
  public:
    /// What a code such as EXS or A comes to in a stage; none for one that is not known.
    std::optional<Outcome> outcome(Stage stage, std::string_view code) const;

    /// A subject as figures know it ("maths" for Mathematics); another as it is, folded.
    std::string subject(std::string_view name) const;

    /// The scores of a subject, or else those of its stage; none for a stage that has only codes.
    std::optional<ScoreRange> scores(Stage stage, const std::string& subject) const;

    /// All codes, in the order of the file.
    const std::vector<ResultCode>& codes() const { return m_rows; }

    /// `subject` empty: of all subjects of the stage that have no range of their own.
    void add_scores(Stage stage, std::string subject, ScoreRange range);
    void add_code(Stage stage, std::string_view code, Outcome outcome);
    void add_subject(std::string_view spelling, std::string key);

  private:
    std::vector<ResultCode> m_rows;
    std::map<std::pair<Stage, std::string>, Outcome> m_codes;
    std::map<std::pair<Stage, std::string>, ScoreRange> m_scores; ///< by stage and subject
    std::map<std::string, std::string> m_subjects;
};

/// Reads a file of <result-codes>. Throws Error with the place when it is none.
ResultCodes read_result_codes(std::string bytes, const std::string& name);

/// Those that come with Termbook.
const ResultCodes& national_result_codes();

} // namespace termbook
