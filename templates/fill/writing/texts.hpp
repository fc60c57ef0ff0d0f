// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/entries.hpp"
#include "templates/fill/reading/cell_text.hpp"
#include "templates/fill/reading/template_sheet.hpp"
#include "templates/fill/scope.hpp"
#include "templates/marks/mark.hpp"

#include <functional>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace termbook::fill {

/// What becomes of the marks in a text outside cells. Throws Error (without a place).
using TextRule = std::function<std::vector<Replacement>(const std::string& text, const Scope& scope)>;

/// They are filled.
TextRule fill_marks(const Scopes& scopes, Entries& entries);

/// The pieces of such a text. Throws Error (without a place) where a block begins or ends: conditions stand
/// in it whole.
std::vector<marks::Piece> pieces_of_text(const std::string& text);

/// Finds marks where no formula can stand: headers and footers, shapes, chart titles, the document's title.
class Texts {
  public:
    Texts(TextRule rule, OnError on_error) : m_rule(std::move(rule)), m_on_error(std::move(on_error)) {}

    /// Applies the rule to all texts under a node, cells of tables apart. Errors carry `place`.
    void fill(pugi::xml_node root, const Scope& scope, const SourcePos& place);

    /// Applies it to a text that is the node's own, such as dc:title.
    void fill_plain(pugi::xml_node node, const Scope& scope, const SourcePos& place);

  private:
    void fill_one(pugi::xml_node holder, const Scope& scope, const SourcePos& place);

    TextRule m_rule;
    OnError m_on_error;
};

} // namespace termbook::fill
