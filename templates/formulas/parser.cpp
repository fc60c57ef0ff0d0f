// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/parser.hpp"

#include "templates/formulas/address.hpp"

#include <array>
#include <charconv>
#include <span>
#include <string>
#include <utility>

namespace termbook::formulas {

namespace {

struct Symbol {
    std::string_view spelling;
    Operator meaning;
};

constexpr std::array comparisons{Symbol{"=", Operator::equal},   Symbol{"<>", Operator::not_equal},
                                 Symbol{"<", Operator::less},    Symbol{"<=", Operator::less_equal},
                                 Symbol{">", Operator::greater}, Symbol{">=", Operator::greater_equal}};
constexpr std::array joins{Symbol{"&", Operator::concatenate}};
constexpr std::array sums{Symbol{"+", Operator::add}, Symbol{"-", Operator::subtract}};
constexpr std::array products{Symbol{"*", Operator::multiply}, Symbol{"/", Operator::divide}};
constexpr std::array powers{Symbol{"^", Operator::power}};
constexpr std::array unions{Symbol{"~", Operator::unite}};
constexpr std::array intersections{Symbol{"!", Operator::intersect}};
constexpr std::array ranges{Symbol{":", Operator::range}};

/// Loosest first. The signs and `%` stand between the powers and the unions.
constexpr std::array<std::span<const Symbol>, 8> ranks{comparisons, joins,  sums,          products,
                                                       powers,      unions, intersections, ranges};
constexpr std::size_t rank_below_signs = 5;

std::string unquoted(std::string_view spelling) {
    const char quote = spelling.front();
    std::string text;
    for (std::size_t at = 1; at + 1 < spelling.size(); ++at) {
        text += spelling[at];
        if (spelling[at] == quote) ++at;
    }
    return text;
}

std::string in_capitals(std::string_view name) {
    std::string text(name);
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

class Parser {
  public:
    explicit Parser(const std::vector<Token>& tokens) : m_tokens(tokens) { skip_space(); }

    Node run() {
        Node root = expression();
        if (token().kind != TokenKind::end) fail("an operator or the end");
        return root;
    }

  private:
    /// Counts how deep the parser stands in brackets and signs.
    class Deeper {
      public:
        explicit Deeper(Parser& parser) : m_parser(parser) {
            if (++m_parser.m_depth <= most_depth) return;
            --m_parser.m_depth;
            throw formula_error(parser.token().at, "parts nested too deeply", "128 levels at most");
        }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;
        ~Deeper() { --m_parser.m_depth; }

      private:
        Parser& m_parser;
    };

    const Token& token() const { return m_tokens[m_at]; }
    bool is(std::string_view symbol) const {
        return token().kind == TokenKind::symbol && token().spelling == symbol;
    }

    void skip_space() {
        while (token().kind == TokenKind::space)
            ++m_at;
    }

    void advance() {
        ++m_at;
        skip_space();
    }

    void expect(std::string_view symbol) {
        if (!is(symbol)) fail("'" + std::string(symbol) + "'");
        advance();
    }

    [[noreturn]] void fail(std::string expected) const {
        const bool end = token().kind == TokenKind::end;
        throw formula_error(token().at,
                            end ? "the end" : "'" + std::string(token().spelling.substr(0, 100)) + "'",
                            std::move(expected));
    }

    Node expression() {
        const Deeper deeper(*this);
        return chain(0);
    }

    const Symbol* operator_here(std::span<const Symbol> rank) const {
        for (const auto& symbol : rank)
            if (is(symbol.spelling)) return &symbol;
        return nullptr;
    }

    Node chain(std::size_t rank) {
        if (rank == ranks.size()) return operand();
        Node first = above(rank);
        if (operator_here(ranks[rank]) == nullptr) return first;
        Node node;
        node.kind = NodeKind::chain;
        node.children.push_back(std::move(first));
        while (const Symbol* symbol = operator_here(ranks[rank])) {
            node.operators.push_back(symbol->meaning);
            advance();
            node.children.push_back(above(rank));
        }
        return node;
    }

    Node above(std::size_t rank) { return rank + 1 == rank_below_signs ? percent() : chain(rank + 1); }

    Node percent() {
        Node node = sign();
        for (int depth = m_depth; is("%"); ++depth) {
            if (depth >= most_depth) fail("128 levels at most");
            Node outer;
            outer.kind = NodeKind::percent;
            outer.children.push_back(std::move(node));
            node = std::move(outer);
            advance();
        }
        return node;
    }

    Node sign() {
        const Symbol* symbol = operator_here(sums);
        if (symbol == nullptr) return chain(rank_below_signs);
        const Deeper deeper(*this);
        Node node;
        node.kind = NodeKind::prefix;
        node.operators.push_back(symbol->meaning);
        advance();
        node.children.push_back(sign());
        return node;
    }

    Node operand() {
        switch (token().kind) {
        case TokenKind::number:
            return number();
        case TokenKind::text:
            return leaf(NodeKind::text, unquoted(token().spelling));
        case TokenKind::error:
            return leaf(NodeKind::error, std::string(token().spelling));
        case TokenKind::reference:
            return reference();
        case TokenKind::name:
            return name_or_call();
        default:
            break;
        }
        if (is("{")) return array();
        if (!is("(")) fail("a value, a reference, a name or a function");
        Node node;
        node.kind = NodeKind::parentheses;
        advance();
        node.children.push_back(expression());
        expect(")");
        return node;
    }

    Node leaf(NodeKind kind, std::string text) {
        Node node;
        node.kind = kind;
        node.piece = m_at;
        node.text = std::move(text);
        advance();
        return node;
    }

    Node number() {
        const std::string_view spelling = token().spelling;
        double value = 0;
        const auto read = std::from_chars(spelling.data(), spelling.data() + spelling.size(), value);
        if (read.ec != std::errc()) fail("a number that can be held");
        Node node = leaf(NodeKind::number, std::string(spelling));
        node.number = value;
        return node;
    }

    Node reference() {
        const std::string_view address = token().spelling.substr(1, token().spelling.size() - 2);
        if (address.find("'#") != std::string_view::npos && address.front() == '\'')
            return leaf(NodeKind::external, std::string(address));
        try {
            Reference parsed = parse_reference(address);
            Node node = leaf(NodeKind::reference, {});
            node.reference = std::move(parsed);
            return node;
        } catch (const Error& error) {
            const auto column = static_cast<std::uint32_t>(token().at + 1) + error.pos().column;
            throw error.at({.file = {}, .line = 0, .column = column, .where = {}});
        }
    }

    Node name_or_call() {
        const std::string_view spelling = token().spelling;
        const auto quote_end = spelling.rfind('\'');
        const auto stop = spelling.find('.', quote_end == std::string_view::npos ? 0 : quote_end);
        Node node = leaf(NodeKind::name, std::string(spelling));
        if (is("(")) return call(std::move(node));
        const bool absolute = spelling.front() == '$';
        const std::string_view rest = spelling.substr(absolute ? 1 : 0);
        if (rest.front() == '\'' && stop == std::string_view::npos) {
            node.text = unquoted(rest);
        } else if (stop != std::string_view::npos && (absolute || rest.front() == '\'')) {
            const std::string_view sheet = rest.substr(0, stop - (absolute ? 1 : 0));
            node.sheet = sheet.starts_with('\'') ? unquoted(sheet) : std::string(sheet);
            node.text = std::string(spelling.substr(stop + 1));
        }
        return node;
    }

    Node call(Node node) {
        const Deeper deeper(*this);
        node.kind = NodeKind::call;
        node.text = in_capitals(node.text);
        expect("(");
        if (is(")")) {
            advance();
            return node;
        }
        node.children.push_back(argument());
        while (is(";")) {
            advance();
            node.children.push_back(argument());
        }
        expect(")");
        return node;
    }

    Node argument() {
        if (is(";") || is(")")) return {};
        return chain(0);
    }

    Node array() {
        const std::size_t at = token().at;
        Node node;
        node.kind = NodeKind::array;
        advance();
        std::size_t in_row = 0;
        while (true) {
            node.children.push_back(element());
            ++in_row;
            if (is(";")) {
                advance();
                continue;
            }
            if (node.columns == 0) node.columns = in_row;
            if (in_row != node.columns)
                throw formula_error(at, "an inline array with rows of unequal length", "rows of one length");
            in_row = 0;
            if (!is("|")) break;
            advance();
        }
        expect("}");
        return node;
    }

    Node element() {
        if (const Symbol* symbol = operator_here(sums)) {
            Node node;
            node.kind = NodeKind::prefix;
            node.operators.push_back(symbol->meaning);
            advance();
            if (token().kind != TokenKind::number) fail("a number");
            node.children.push_back(number());
            return node;
        }
        const TokenKind kind = token().kind;
        if (kind == TokenKind::name) {
            const std::string name = in_capitals(token().spelling);
            if (name != "TRUE" && name != "FALSE") fail("a constant");
            Node node = leaf(NodeKind::call, name);
            expect("(");
            expect(")");
            return node;
        }
        if (kind != TokenKind::number && kind != TokenKind::text && kind != TokenKind::error)
            fail("a constant");
        return operand();
    }

    const std::vector<Token>& m_tokens;
    std::size_t m_at{0};
    int m_depth{0};
};

} // namespace

Node parse_expression(const std::vector<Token>& tokens) {
    return Parser(tokens).run();
}

} // namespace termbook::formulas
