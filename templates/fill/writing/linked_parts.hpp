// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/references.hpp"
#include "templates/fill/writing/texts.hpp"
#include "templates/odf/document.hpp"

namespace termbook::fill {

/// Lets the charts in rows of sheets stand inline while a document is filled: each copy of a row then has a
/// chart of its own.
class InlineCharts {
  public:
    /// Moves the charts of a package inline.
    explicit InlineCharts(odf::Document& document);

    /// Makes parts of them again, as many as there are now.
    void move_out();

  private:
    odf::Document& m_document;
    bool m_any{false};
};

/// Rewrites addresses everywhere outside the rows of sheets: in the sheets' own settings and drawings, in
/// names and database ranges, in styles, and in the charts that a package keeps as parts.
void rewrite_document_links(odf::Document& document, const References& references);

/// Fills marks in headers and footers, drawings, charts and the document's title.
void fill_document_texts(odf::Document& document, Texts& texts, const Scope& scope);

} // namespace termbook::fill
