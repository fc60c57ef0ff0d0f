// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::formulas {

enum class TokenKind {
    space,
    number,
    text,      ///< "…"
    reference, ///< [.A1], [.A1:.B2], ['file:…'#$Sheet.A1]
    name,      ///< a function or a defined name
    error,     ///< #N/A
    symbol,    ///< an operator, a separator or a bracket
    end,
};

struct Token {
    TokenKind kind{TokenKind::end};
    std::string_view spelling; ///< in the text that was given
    std::size_t at{0};         ///< its place there, from 0
};

/// Cuts an expression (without `of:=`) into tokens; the spellings together are the text. The last is `end`.
/// Throws Error (column = place from 1) at something that no formula holds.
std::vector<Token> split_into_tokens(std::string_view text);

/// An Error at a place in the formula (`at` from 0).
Error formula_error(std::size_t at, std::string found, std::string expected);

} // namespace termbook::formulas
