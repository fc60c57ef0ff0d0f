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

/// What systems write for results that are no score, and how they spell subjects.
class ResultCodes {
  public:
    /// What a code such as EXS or A comes to in a stage; none for one that is not known.
    std::optional<Outcome> outcome(Stage stage, std::string_view code) const;

    /// A subject as figures know it ("maths" for Mathematics); another as it is, folded.
    std::string subject(std::string_view name) const;

    /// All codes, in the order of the file.
    const std::vector<ResultCode>& codes() const { return m_rows; }

    void add_code(Stage stage, std::string_view code, Outcome outcome);
    void add_subject(std::string_view spelling, std::string key);

  private:
    std::vector<ResultCode> m_rows;
    std::map<std::pair<Stage, std::string>, Outcome> m_codes;
    std::map<std::string, std::string> m_subjects;
};

/// Reads a file of <result-codes>. Throws Error with the place when it is none.
ResultCodes read_result_codes(std::string bytes, const std::string& name);

/// Those that come with Termbook.
const ResultCodes& national_result_codes();

} // namespace termbook
