// SPDX-License-Identifier: MPL-2.0
#include "templates/marks/lexer.hpp"

#include "core/diagnostics/error.hpp"
#include "core/letters.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace termbook::marks {

namespace {

constexpr std::array<std::string_view, 8> blanks{" ",      "\t",     "\n",     "\r",
                                                 "\u00a0", "\u202f", "\u2007", "\u200b"};
constexpr std::array<std::string_view, 4> quotes{"\"", "\u201c", "\u201d", "\u201e"};
/// Longer spellings first, so that `<=` is not read as `<`.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> comparators{{
    {"<=", "<="},
    {">=", ">="},
    {"!=", "!="},
    {"<>", "!="},
    {"==", "="},
    {"\u2264", "<="},
    {"\u2265", ">="},
    {"\u2260", "!="},
    {"<", "<"},
    {">", ">"},
}};

class Lexer {
  public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    std::vector<Token> run() {
        while (m_at < m_text.size()) {
            plain_text();
            if (m_at < m_text.size()) mark();
        }
        return std::move(m_tokens);
    }

  private:
    bool starts(std::string_view what) const { return m_text.substr(m_at).starts_with(what); }

    /// The length of whichever of `spellings` stands here, or 0.
    template<class Spellings>
    std::size_t any_of(const Spellings& spellings) const {
        for (const std::string_view spelling : spellings)
            if (starts(spelling)) return spelling.size();
        return 0;
    }

    void push(TokenKind kind, std::string text, std::size_t begin) {
        m_tokens.push_back({kind, std::move(text), begin, m_at});
    }

    void plain_text() {
        const auto begin = m_at;
        std::string text;
        while (m_at < m_text.size() && !starts("{{")) {
            const std::size_t taken = starts("\\{{") ? 3 : 1;
            text += taken == 3 ? m_text.substr(m_at + 1, 2) : m_text.substr(m_at, 1);
            m_at += taken;
        }
        if (m_at > begin) push(TokenKind::text, std::move(text), begin);
    }

    void mark() {
        const auto begin = m_at;
        m_at += 2;
        push(TokenKind::open, "{{", begin);
        while (!starts("}}")) {
            if (m_at >= m_text.size() || starts("{{"))
                throw Error(place_of(m_text, begin), "a mark that is not closed", "}} at its end",
                            "close the mark, or write \\{{ for the two characters themselves");
            if (const auto blank = any_of(blanks))
                m_at += blank;
            else
                token();
        }
        m_at += 2;
        push(TokenKind::close, "}}", m_at - 2);
    }

    void token() {
        const auto begin = m_at;
        if (const auto quote = any_of(quotes)) {
            quoted(quote);
            return;
        }
        for (const auto& [spelling, meaning] : comparators) {
            if (!starts(spelling)) continue;
            m_at += spelling.size();
            return push(TokenKind::compare, std::string(meaning), begin);
        }
        if (starts("=") || starts("|")) {
            ++m_at;
            return push(m_text[begin] == '=' ? TokenKind::compare : TokenKind::bar,
                        std::string(m_text.substr(begin, 1)), begin);
        }
        word();
    }

    void quoted(std::size_t quote) {
        const auto begin = m_at;
        m_at += quote;
        const auto inside = m_at;
        while (m_at < m_text.size() && any_of(quotes) == 0)
            ++m_at;
        if (m_at >= m_text.size())
            throw Error(place_of(m_text, begin), "a quoted value that is not closed",
                        "a closing quotation mark", "add it after the value");
        std::string value(m_text.substr(inside, m_at - inside));
        m_at += any_of(quotes);
        push(TokenKind::quoted, std::move(value), begin);
    }

    bool ends_word() const {
        if (std::string_view("=|{}<>").find(m_text[m_at]) != std::string_view::npos || starts("!="))
            return true;
        if (any_of(blanks) != 0 || any_of(quotes) != 0) return true;
        return std::any_of(comparators.begin(), comparators.end(),
                           [this](const auto& c) { return starts(c.first); });
    }

    void word() {
        const auto begin = m_at;
        while (m_at < m_text.size() && !ends_word())
            ++m_at;
        if (m_at == begin)
            throw Error(place_of(m_text, begin), "'" + std::string(m_text.substr(begin, 1)) + "' in a mark",
                        "a name or a value", "put values with brackets in quotation marks");
        push(TokenKind::word, std::string(m_text.substr(begin, m_at - begin)), begin);
    }

    std::string_view m_text;
    std::size_t m_at{0};
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<Token> lex(std::string_view text) {
    return Lexer(text).run();
}

SourcePos place_of(std::string_view text, std::size_t offset) {
    SourcePos pos{{}, 1, 1, {}};
    for (const char c : text.substr(0, offset)) {
        if (c == '\n') {
            ++pos.line;
            pos.column = 1;
        } else if (!continues_character(c)) {
            ++pos.column;
        }
    }
    return pos;
}

} // namespace termbook::marks
