// SPDX-License-Identifier: MPL-2.0
#include "templates/marks/parser.hpp"

#include "core/diagnostics/error.hpp"
#include "core/letters.hpp"
#include "core/spelling.hpp"
#include "templates/marks/formats.hpp"
#include "templates/marks/lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace termbook::marks {

namespace {

/// `95`, `-0.5`, `95%` (percentages are 0–100, so the sign says nothing more).
std::optional<double> number(std::string_view text) {
    if (text.ends_with('%')) text.remove_suffix(1);
    double value = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size() ||
        text.find_first_of("0123456789") == text.npos)
        return std::nullopt;
    return value;
}

bool is_key(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    };
    return !text.empty() && text[0] >= 'a' && text[0] <= 'z' &&
           std::all_of(text.begin(), text.end(), allowed);
}

std::optional<Comparator> comparator(std::string_view text) {
    if (text == "<") return Comparator::less;
    if (text == "<=") return Comparator::less_or_equal;
    if (text == ">") return Comparator::greater;
    if (text == ">=") return Comparator::greater_or_equal;
    if (text == "=") return Comparator::equal;
    if (text == "!=") return Comparator::not_equal;
    return std::nullopt;
}

class Parser {
  public:
    explicit Parser(std::string_view text) : m_text(text), m_tokens(lex(text)) {}

    std::vector<Piece> pieces() {
        std::vector<Piece> pieces;
        while (m_at < m_tokens.size()) {
            const auto begin = m_tokens[m_at].begin;
            auto content = piece();
            pieces.push_back({std::move(content), begin, m_tokens[m_at - 1].end});
        }
        return pieces;
    }

  private:
    const Token* peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_tokens.size() ? &m_tokens[m_at + ahead] : nullptr;
    }
    bool is(TokenKind kind, std::size_t ahead = 0) const { return peek(ahead) && peek(ahead)->kind == kind; }
    bool is_word(std::string_view word) const { return is(TokenKind::word) && lower(peek()->text) == word; }
    const Token& take() { return m_tokens[m_at++]; }

    [[noreturn]] void fail(const Token& token, std::string expected, std::string remedy) const {
        const auto found = token.kind == TokenKind::close ? "the end of the mark" : "'" + token.text + "'";
        throw Error(place_of(m_text, token.begin), found, std::move(expected), std::move(remedy));
    }

    decltype(Piece::content) piece() {
        if (is(TokenKind::text)) return take().text;
        take();
        const bool block = is(TokenKind::word) && (peek()->text[0] == '#' || peek()->text[0] == '/');
        auto content = block             ? block_part()
                       : is_word("else") ? (take(), decltype(Piece::content)(Else{}))
                                         : mark();
        if (!is(TokenKind::close))
            fail(*peek(), "}}", "end the mark there, or quote a value that holds blanks");
        take();
        return content;
    }

    decltype(Piece::content) block_part() {
        const Token& token = take();
        const auto word = lower(token.text);
        if (word == "#each") return each();
        if (word == "#if") return condition();
        if (word == "/each") return EachEnd{};
        if (word == "/if") return IfEnd{};
        fail(token, "#each, /each, #if or /if", "correct the word");
    }

    Each each() {
        Each each;
        each.offset = peek()->begin;
        if (!is(TokenKind::word)) fail(*peek(), "what to repeat over", "write for example {{#each school}}");
        each.dimension = lower(take().text);
        while (is(TokenKind::word))
            each_option(each);
        return each;
    }

    void each_option(Each& each) {
        const Token& name = take();
        const auto option = lower(name.text);
        if (each_word(each, name, option)) return;
        const bool has_value = is(TokenKind::compare) && peek()->text == "=";
        if ((option != "sort" && option != "limit") || !has_value)
            fail(name, "sort=…, desc, limit=…, across or sheet in #each", nearest_option(option));
        take();
        const Token& value = value_token();
        if (option == "sort") {
            each.sort = lower(value.text);
            return;
        }
        std::size_t limit = 0;
        const auto* const end = value.text.data() + value.text.size();
        const auto read = std::from_chars(value.text.data(), end, limit);
        if (read.ec != std::errc{} || read.ptr != end || limit == 0)
            fail(value, "a whole number above 0 for limit", "write for example limit=5");
        each.limit = limit;
    }

    /// The options that are a word without a value.
    bool each_word(Each& each, const Token& name, std::string_view option) {
        if (is(TokenKind::compare)) return false;
        if (option == "desc") return each.descending = true;
        if (option != "across" && option != "sheet") return false;
        if (each.direction != Direction::rows)
            fail(name, "one of the words across and sheet in #each, once", "remove one of the two");
        each.direction = option == "across" ? Direction::across : Direction::sheet;
        return true;
    }

    static std::string nearest_option(std::string_view option) {
        constexpr std::array<std::string_view, 5> options{"sort", "desc", "limit", "across", "sheet"};
        const auto nearest = nearest_spelling(option, options);
        return nearest.empty() || nearest == option ? "remove or correct it"
                                                    : fmt::format("did you mean '{}'?", nearest);
    }

    const Token& value_token() {
        if (!is(TokenKind::word) && !is(TokenKind::quoted))
            fail(*peek(), "a value behind =", "write the value, in quotation marks if it holds blanks");
        return take();
    }

    Mark mark() {
        Mark mark;
        mark.offset = peek()->begin;
        mark.key = is(TokenKind::word) ? lower(peek()->text) : std::string();
        if (!is_key(mark.key))
            fail(*peek(), "a figure or field", "write for example attendance.rate or school.name");
        take();
        while (is(TokenKind::word) && is(TokenKind::compare, 1) && peek(1)->text == "=")
            selector(mark);
        const auto by_name = [](const Selector& a, const Selector& b) { return a.name < b.name; };
        std::sort(mark.selectors.begin(), mark.selectors.end(), by_name);
        while (is(TokenKind::bar))
            format(mark);
        return mark;
    }

    void selector(Mark& mark) {
        const Token& name = take();
        const auto key = lower(name.text);
        if (!is_key(key)) fail(name, "a selector such as year=4", "correct the name before =");
        if (mark.selector(key)) fail(name, "each selector once", "remove one of the two");
        take();
        mark.selectors.push_back({key, value_token().text});
    }

    void format(Mark& mark) {
        take();
        if (!is(TokenKind::word)) fail(*peek(), "a format behind |", "write one of " + format_names());
        const Token& name = take();
        const auto* const known = find_format(lower(name.text));
        if (known == nullptr) fail(name, "a format: " + format_names(), nearest_format(lower(name.text)));
        mark.formats.emplace_back(known->name);
    }

    Condition condition() {
        Condition condition;
        condition.any_of.emplace_back().push_back(test());
        while (is_word("and") || is_word("or")) {
            if (lower(take().text) == "or") condition.any_of.emplace_back();
            condition.any_of.back().push_back(test());
        }
        return condition;
    }

    Test test() {
        Test test;
        while (is_word("not")) {
            take();
            test.negated = !test.negated;
        }
        test.offset = peek()->begin;
        test.left = operand(false);
        if (is(TokenKind::compare)) {
            test.comparator = comparator(take().text);
            test.right = operand(true);
        }
        const auto is_target = [](const Operand& o) { return std::holds_alternative<TargetWord>(o); };
        if (is_target(test.left) && (!test.comparator || is_target(test.right)))
            throw Error(place_of(m_text, test.offset), "'target' with no figure beside it",
                        "a comparison of a figure with its target",
                        "write for example attendance.rate < target");
        return test;
    }

    /// A bare word on the right of a comparison is a text unless it has the dot of a figure or field.
    Operand operand(bool right) {
        if (is(TokenKind::quoted)) return take().text;
        if (!is(TokenKind::word))
            fail(*peek(), "something to compare", "write a figure, a field, a number or a text");
        if (const auto value = number(peek()->text)) return take(), *value;
        if (is_word("target")) return take(), TargetWord{};
        if (right && peek()->text.find('.') == std::string::npos) return take().text;
        return mark();
    }

    std::string_view m_text;
    std::vector<Token> m_tokens;
    std::size_t m_at{0};
};

} // namespace

std::optional<std::string> Mark::selector(const std::string& name) const {
    for (const auto& selector : selectors)
        if (selector.name == name) return selector.value;
    return std::nullopt;
}

std::string Each::text() const {
    std::string text = "#each " + dimension;
    if (sort) text += " sort=" + *sort;
    if (descending) text += " desc";
    if (limit) text += fmt::format(" limit={}", *limit);
    if (direction != Direction::rows) text += direction == Direction::across ? " across" : " sheet";
    return text;
}

std::vector<Piece> parse(std::string_view text) {
    return Parser(text).pieces();
}

Mark parse_mark(std::string_view text) {
    constexpr std::string_view open = "{{";
    try {
        const auto pieces = parse(fmt::format("{{{{{}}}}}", text));
        if (pieces.size() == 1 && std::holds_alternative<Mark>(pieces[0].content)) {
            auto mark = std::get<Mark>(pieces[0].content);
            mark.offset -= open.size();
            return mark;
        }
    } catch (const Error& error) {
        auto pos = error.pos();
        if (pos.line == 1 && pos.column > open.size()) pos.column -= open.size();
        throw error.at(pos);
    }
    throw Error({}, fmt::format("'{}'", text), "one mark, without brackets",
                "write for example attendance.rate year=4");
}

} // namespace termbook::marks
