// SPDX-License-Identifier: MPL-2.0
#include "templates/formulas/formula.hpp"

#include "templates/formulas/address.hpp"
#include "templates/formulas/aggregating.hpp"
#include "templates/formulas/excel.hpp"
#include "templates/formulas/lexer.hpp"
#include "templates/formulas/parser.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace termbook::formulas {

namespace {

/// How much of the text stands before the expression: `of:=`, `=` or nothing.
std::size_t prefix_length(std::string_view text) {
    if (text.starts_with("of:=")) return 4;
    if (text.starts_with('=')) return 1;
    const auto word = std::find_if(text.begin(), text.end(), [](char c) { return c < 'a' || c > 'z'; });
    const auto length = static_cast<std::size_t>(word - text.begin());
    if (length == 0 || text.substr(length, 2) != ":=") return 0;
    throw Error({.file = {}, .line = 0, .column = 1, .where = {}},
                "a formula in the language '" + std::string(text.substr(0, length)) + "'",
                "OpenFormula, which begins with 'of:='",
                "save the document in a current version of LibreOffice");
}

bool is_external(const Node& node) {
    return node.kind == NodeKind::external ||
           std::any_of(node.children.begin(), node.children.end(), is_external);
}

/// Parentheses and unions hand their cells on as they are.
bool only_gathers(const Node& node) {
    if (node.kind == NodeKind::parentheses) return true;
    return node.kind == NodeKind::chain &&
           std::all_of(node.operators.begin(), node.operators.end(),
                       [](Operator operation) { return operation == Operator::unite; });
}

/// Calls `visit` with each node that is a reference, in order, and its place.
template<class Visit>
void each_reference(Node& node, const Formula::Place& place, const Visit& visit) {
    if (node.kind == NodeKind::reference) return visit(node, place);
    const bool call = node.kind == NodeKind::call;
    for (std::size_t i = 0; i < node.children.size(); ++i)
        each_reference(
            node.children[i],
            Formula::Place{call ? is_aggregated(node.text, i) : place.aggregated && only_gathers(node),
                           call && gathers_sheets(node.text)},
            visit);
}

} // namespace

Formula::Formula(std::unique_ptr<Node> root, std::vector<std::string> pieces)
    : m_root(std::move(root)), m_pieces(std::move(pieces)) {}

Formula::Formula(Formula&&) noexcept = default;
Formula& Formula::operator=(Formula&&) noexcept = default;
Formula::~Formula() = default;

Formula::Formula(const Formula& other)
    : m_root(std::make_unique<Node>(*other.m_root)), m_pieces(other.m_pieces) {}

Formula& Formula::operator=(const Formula& other) {
    Formula copy(other);
    return *this = std::move(copy);
}

Formula Formula::parse_open_formula(std::string_view text) {
    if (text.size() > longest_formula)
        throw formula_error(longest_formula, std::to_string(text.size()) + " bytes", "65536 bytes at most");
    const std::size_t before = prefix_length(text);
    try {
        const auto tokens = split_into_tokens(text.substr(before));
        auto root = std::make_unique<Node>(parse_expression(tokens));
        std::vector<std::string> pieces;
        pieces.reserve(tokens.size());
        for (const auto& token : tokens)
            pieces.emplace_back(token.spelling);
        return Formula(std::move(root), std::move(pieces));
    } catch (const Error& error) {
        const auto column = error.pos().column + static_cast<std::uint32_t>(before);
        throw error.at({.file = {}, .line = 0, .column = column, .where = {}});
    }
}

std::string Formula::expression() const {
    std::string text;
    for (const auto& piece : m_pieces)
        text += piece;
    return text;
}

std::string Formula::to_open_formula() const {
    return "of:=" + expression();
}

std::string Formula::to_excel() const {
    return write_excel(*m_root);
}

bool Formula::has_external_references() const {
    return is_external(*m_root);
}

void Formula::rewrite_references(const std::function<void(Reference&, const Place&)>& rewrite) {
    each_reference(*m_root, {}, [&](Node& node, const Place& place) {
        const Reference before = node.reference;
        rewrite(node.reference, place);
        if (node.reference != before) m_pieces[node.piece] = "[" + to_odf_address(node.reference) + "]";
    });
}

void Formula::split_references(
    const std::function<std::vector<Reference>(const Reference&, const Place&)>& split) {
    bool changed = false;
    each_reference(*m_root, {}, [&](Node& node, const Place& place) {
        std::string arguments;
        for (const auto& reference : split(node.reference, place))
            arguments += (arguments.empty() ? "[" : ";[") + to_odf_address(reference) + "]";
        if (arguments.empty()) return;
        m_pieces[node.piece] = std::move(arguments);
        changed = true;
    });
    if (changed) *this = parse_open_formula(to_open_formula());
}

} // namespace termbook::formulas
