// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/issue.hpp"
#include "templates/fill/figure_book.hpp"
#include "templates/odf/document.hpp"

#include <string>
#include <vector>

namespace termbook::fill {

/// What a fill needs beside template and figures.
struct FillOptions {
    Date today; ///< what `{{today}}` shows: given, so that the same input makes the same document
    std::vector<Issue> issues; ///< what `{{#each issue}}` lists
};

/// Fills a template: blocks are repeated and every reference to their rows rewritten, marks become formulas
/// on the Sources sheet or texts, all formulas are computed. Takes the document and gives it back filled.
/// Throws Error, with file, sheet and cell, for the first thing that `check` finds.
odf::Document fill(odf::Document document, const FigureBook& book, const FillOptions& options);

/// Asks the figures everything that a fill of the template would ask, and makes no document. Throws the same
/// errors.
void ask(odf::Document document, const FigureBook& book, const FillOptions& options);

/// A text of the document, such as its title, with its marks filled. Throws Error with `place`.
std::string filled_text(const std::string& text, const SourcePos& place, const FigureBook& book,
                        const FillOptions& options);

/// Everything wrong with a template: a fill refuses the first of these. Counts no figure.
std::vector<Issue> check(const odf::Document& document, const FigureBook& book);

/// Who a template is for, from its property `termbook-audience`; governors if it does not say. Throws Error
/// for a word that is no audience.
Audience template_audience(const odf::Document& document);

} // namespace termbook::fill
