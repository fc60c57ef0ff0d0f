// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/linked_ranges.hpp"
#include "templates/fill/writing/texts.hpp"
#include "templates/odf/document.hpp"

#include <functional>

namespace termbook::fill {

/// Lets the charts on sheets stand inline while a document is filled: each copy of a row, a column or a sheet
/// then has charts of its own.
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

/// Rewrites addresses everywhere outside the sheets.
void rewrite_links_beside_sheets(odf::Document& document, const AddressRules& rules);

/// Rewrites addresses everywhere outside the rows of sheets: in the sheets' own settings and drawings, in
/// names and database ranges, in styles, and in the charts that a package keeps as parts.
void rewrite_document_links(odf::Document& document, const References& references);

/// Fills marks in headers and footers, drawings, charts and the document's title: within `outermost`, those
/// of a sheet within the sheet's scope.
void fill_document_texts(odf::Document& document, Texts& texts, const Scope& outermost,
                         const std::function<const Scope&(pugi::xml_node table)>& scope_of_sheet);

} // namespace termbook::fill
