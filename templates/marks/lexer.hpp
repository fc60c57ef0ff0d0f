// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/source_pos.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::marks {

enum class TokenKind {
    text,    ///< outside marks, with `\{{` already read as `{{`
    open,    ///< `{{`
    word,    ///< a run without blanks: key, name, number, bare value
    quoted,  ///< the text between quotes
    compare, ///< `=` `!=` `<` `<=` `>` `>=`
    bar,     ///< `|`
    close,   ///< `}}`
};

struct Token {
    TokenKind kind;
    std::string text;
    std::size_t begin{0}; ///< bytes of the text
    std::size_t end{0};
};

/// Whether a text may hold marks, or the escape for their brackets; most cells do not.
inline bool may_hold_marks(std::string_view text) {
    return text.find("{{") != std::string_view::npos;
}

/// The tokens of a text. Straight and curly double quotes both quote a value (offices turn one into the other
/// as people type), no-break spaces are blanks, and `≤ ≥ ≠` are read as what they mean. Throws Error with
/// line and column inside the text for a mark or a quotation that is never closed.
std::vector<Token> lex(std::string_view text);

/// Line and column, counted in characters from 1, of a byte of the text.
SourcePos place_of(std::string_view text, std::size_t offset);

} // namespace termbook::marks
