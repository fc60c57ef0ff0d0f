// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/source_pos.hpp"

#include <stdexcept>
#include <string>

namespace termbook {

/// What an error means to whoever called the command; the exit status follows from it.
enum class ErrorKind {
    refused, ///< a file, template or figure check cannot be used (exit 3)
    usage,   ///< the request itself makes no sense (exit 2)
    output,  ///< the result could not be written (exit 4)
};

/// The one exception of the project: something cannot be used at all. Rows that cannot be used are `Issue`s
/// instead.
///
/// what() reads "file:line:column (where): found X; expected Y; do Z". No part may hold a pupil's data.
class Error : public std::runtime_error {
  public:
    Error(SourcePos pos, std::string found, std::string expected, std::string remedy,
          ErrorKind kind = ErrorKind::refused);

    const SourcePos& pos() const { return m_pos; }
    const std::string& found() const { return m_found; }
    const std::string& expected() const { return m_expected; }
    const std::string& remedy() const { return m_remedy; }
    ErrorKind kind() const { return m_kind; }

    /// The same error at another place: low levels throw what they know, the reader adds the file and line.
    Error at(SourcePos pos) const;

  private:
    SourcePos m_pos;
    std::string m_found;
    std::string m_expected;
    std::string m_remedy;
    ErrorKind m_kind;
};

/// "found X; expected Y; do Z" behind a place, as errors and issues both print it.
std::string describe(const SourcePos& pos, const std::string& found, const std::string& expected,
                     const std::string& remedy);

} // namespace termbook
