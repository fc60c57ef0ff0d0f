// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/lexer.hpp"

#include <array>
#include <cstdint>
#include <utility>

namespace termbook::formulas {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Names are of letters of any script, so every byte beyond ASCII belongs to one.
bool starts_name(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '\\' || (c & 0x80) != 0;
}

bool continues_name(char c) {
    return starts_name(c) || is_digit(c) || c == '.' || c == '?';
}

class Lexer {
  public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    std::vector<Token> run() {
        std::vector<Token> tokens;
        while (m_at < m_text.size()) {
            const std::size_t from = m_at;
            const TokenKind kind = next();
            tokens.push_back({kind, m_text.substr(from, m_at - from), from});
        }
        tokens.push_back({TokenKind::end, {}, m_at});
        return tokens;
    }

  private:
    char peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    TokenKind next() {
        const char c = peek();
        if (is_space(c)) {
            while (is_space(peek()))
                ++m_at;
            return TokenKind::space;
        }
        if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
        if (c == '"') return quoted('"', TokenKind::text);
        if (c == '[') return reference();
        if (c == '#') return error();
        if (c == '\'' || c == '$' || starts_name(c)) return name();
        return symbol();
    }

    void digits() {
        while (is_digit(peek()))
            ++m_at;
    }

    TokenKind number() {
        digits();
        if (peek() == '.') ++m_at;
        digits();
        if (peek() != 'e' && peek() != 'E') return TokenKind::number;
        const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
        if (!is_digit(peek(1 + sign))) return TokenKind::number;
        m_at += 1 + sign;
        digits();
        return TokenKind::number;
    }

    /// Up to the closing quote; a quote within is doubled.
    TokenKind quoted(char quote, TokenKind kind) {
        const std::size_t from = m_at++;
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != quote) continue;
            if (peek(1) != quote) {
                ++m_at;
                return kind;
            }
            ++m_at;
        }
        throw formula_error(from, "text without its closing quote", "a closing quote");
    }

    TokenKind reference() {
        const std::size_t from = m_at++;
        while (m_at < m_text.size()) {
            if (peek() == '\'') {
                quoted('\'', TokenKind::reference);
            } else if (m_text[m_at++] == ']') {
                return TokenKind::reference;
            }
        }
        throw formula_error(from, "a reference without its closing bracket", "a closing bracket");
    }

    TokenKind error() {
        static constexpr std::array<std::string_view, 8> errors{
            "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"};
        for (const auto known : errors) {
            if (!m_text.substr(m_at).starts_with(known)) continue;
            m_at += known.size();
            return TokenKind::error;
        }
        throw formula_error(m_at, "an unknown error value", "#N/A, #REF! or another of the known ones");
    }

    /// `SUM`, `total`, `$Overview.total`, `'a label'`, `$'My sheet'.total`; and `Err:502`, which Calc shows
    /// for the errors that have no name.
    TokenKind name() {
        const std::size_t from = m_at;
        if (m_text.substr(m_at).starts_with("Err:") && is_digit(peek(4))) {
            m_at += 4;
            digits();
            return TokenKind::error;
        }
        if (peek() == '$') ++m_at;
        if (peek() == '\'') quoted('\'', TokenKind::name);
        while (continues_name(peek()))
            ++m_at;
        if (m_at == from + 1 && m_text[from] == '$') throw formula_error(from, "'$'", "a name");
        return TokenKind::name;
    }

    TokenKind symbol() {
        const std::string_view two = m_text.substr(m_at, 2);
        if (two == "<>" || two == "<=" || two == ">=") {
            m_at += 2;
            return TokenKind::symbol;
        }
        constexpr std::string_view single = "=<>&+-*/^%~!:;|(){}";
        if (single.find(peek()) == std::string_view::npos || peek() == '\0')
            throw formula_error(m_at, "'" + std::string(m_text.substr(m_at, 1)) + "'",
                                "a value or an operator");
        ++m_at;
        return TokenKind::symbol;
    }

    std::string_view m_text;
    std::size_t m_at{0};
};

} // namespace

Error formula_error(std::size_t at, std::string found, std::string expected) {
    return Error({.file = {}, .line = 0, .column = static_cast<std::uint32_t>(at + 1), .where = {}},
                 std::move(found) + " in a formula", std::move(expected), "correct the formula");
}

std::vector<Token> split_into_tokens(std::string_view text) {
    return Lexer(text).run();
}

} // namespace termbook::formulas
