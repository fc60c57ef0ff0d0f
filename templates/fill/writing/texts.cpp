// SPDX-License-Identifier: MPL-2.0
#include "templates/fill/writing/texts.hpp"

#include "templates/fill/layout/instances.hpp"
#include "templates/fill/reading/cell_text.hpp"
#include "templates/marks/lexer.hpp"
#include "templates/marks/parser.hpp"
#include "templates/odf/characters.hpp"

namespace termbook::fill {

namespace {

std::vector<Replacement> replacements_of(const std::string& text, const Scope& scope, const Scopes& scopes,
                                         Entries& entries) {
    const auto pieces = pieces_of_text(text);
    const auto parts = parts_of(pieces, std::vector<bool>(pieces.size(), true), scope, scopes, entries);
    std::vector<Replacement> replacements;
    auto part = parts.begin();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        std::string shown;
        if (part != parts.end() && part->piece == i) shown = (part++)->text;
        if (shown != std::string_view(text).substr(pieces[i].begin, pieces[i].end - pieces[i].begin))
            replacements.push_back({pieces[i].begin, pieces[i].end, std::move(shown)});
    }
    return replacements;
}

} // namespace

TextRule fill_marks(const Scopes& scopes, Entries& entries) {
    return [&](const std::string& text, const Scope& scope) {
        return replacements_of(text, scope, scopes, entries);
    };
}

std::vector<marks::Piece> pieces_of_text(const std::string& text) {
    auto pieces = marks::parse(text);
    int open = 0;
    for (const auto& piece : pieces) {
        open += std::holds_alternative<marks::Condition>(piece.content) ? 1 : 0;
        open -= std::holds_alternative<marks::IfEnd>(piece.content) ? 1 : 0;
        const bool astray = open < 0 || (open == 0 && std::holds_alternative<marks::Else>(piece.content));
        if (astray || std::holds_alternative<marks::Each>(piece.content) ||
            std::holds_alternative<marks::EachEnd>(piece.content))
            throw Error({}, "a part of a block outside the cells of a sheet",
                        "a whole {{#if}} … {{/if}} in one text, and {{#each}} in cells", "move it to cells");
    }
    if (open > 0) throw Error({}, "{{#if}} without {{/if}}", "{{/if}} in the same text", "add it");
    return pieces;
}

void Texts::fill(pugi::xml_node root, const Scope& scope, const SourcePos& place) {
    if (is_row(root)) return;
    if (root.child("text:p") || root.child("text:h")) fill_one(root, scope, place);
    for (const auto child : root.children())
        if (child.type() == pugi::node_element) fill(child, scope, place);
}

void Texts::fill_one(pugi::xml_node holder, const Scope& scope, const SourcePos& place) {
    const auto text = text_of(holder);
    if (!marks::may_hold_marks(text)) return;
    try {
        replace_in(holder, m_rule(text, scope));
    } catch (const Error& error) {
        m_on_error(error.at(place));
    }
}

void Texts::fill_plain(pugi::xml_node node, const Scope& scope, const SourcePos& place) {
    std::string text = node.text().get();
    if (!marks::may_hold_marks(text)) return;
    try {
        const auto replacements = m_rule(text, scope);
        if (replacements.empty()) return;
        for (auto each = replacements.rbegin(); each != replacements.rend(); ++each)
            text.replace(each->begin, each->end - each->begin, each->text);
        node.text() = odf::xml_characters(text).c_str();
    } catch (const Error& error) {
        m_on_error(error.at(place));
    }
}

} // namespace termbook::fill
