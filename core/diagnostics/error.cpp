// SPDX-License-Identifier: MPL-2.0
#include "core/diagnostics/error.hpp"

#include <utility>

namespace termbook {

std::string describe(const SourcePos& pos, const std::string& found, const std::string& expected,
                     const std::string& remedy) {
    std::string text = to_string(pos);
    if (!text.empty()) text += ": ";
    text += "found " + found;
    if (!expected.empty()) text += "; expected " + expected;
    if (!remedy.empty()) text += "; " + remedy;
    return text;
}

Error::Error(SourcePos pos, std::string found, std::string expected, std::string remedy, ErrorKind kind)
    : std::runtime_error(describe(pos, found, expected, remedy)), m_pos(std::move(pos)),
      m_found(std::move(found)), m_expected(std::move(expected)), m_remedy(std::move(remedy)), m_kind(kind) {}

Error Error::at(SourcePos pos) const {
    return Error(std::move(pos), m_found, m_expected, m_remedy, m_kind);
}

} // namespace termbook
