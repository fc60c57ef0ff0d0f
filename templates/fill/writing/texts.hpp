// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/entries.hpp"
#include "templates/fill/reading/cell_text.hpp"
#include "templates/fill/reading/template_sheet.hpp"
#include "templates/fill/scope.hpp"

#include <pugixml.hpp>

namespace termbook::fill {

/// Fills marks where no formula can stand: headers and footers, shapes, chart titles, the document's title.
class Texts {
  public:
    Texts(const Scopes& scopes, Entries& entries, OnError on_error)
        : m_scopes(scopes), m_entries(entries), m_on_error(std::move(on_error)) {}

    /// Fills all texts under a node, cells of tables apart. Errors carry `place`.
    void fill(pugi::xml_node root, const Scope& scope, const SourcePos& place);

    /// Fills a text that is the node's own, such as dc:title.
    void fill_plain(pugi::xml_node node, const Scope& scope, const SourcePos& place);

  private:
    std::vector<Replacement> replacements_of(const std::string& text, const Scope& scope);
    void fill_one(pugi::xml_node holder, const Scope& scope, const SourcePos& place);

    const Scopes& m_scopes;
    Entries& m_entries;
    OnError m_on_error;
};

} // namespace termbook::fill
