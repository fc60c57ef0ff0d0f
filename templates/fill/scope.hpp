// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/figure_book.hpp"
#include "templates/marks/mark.hpp"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace termbook::fill {

/// What the blocks around a place select, and the fields that are known there.
struct Scope {
    const Scope* parent{nullptr};
    Selectors selectors; ///< of all blocks around
    Selectors own;       ///< of the innermost block
    Fields fields;       ///< of the member of the innermost block
    mutable std::optional<Fields> of_book;
};

/// The scopes of one fill; they stay where they are.
class Scopes {
  public:
    Scopes(const FigureBook& book, Date today);

    /// Outside all blocks.
    const Scope& outermost() const { return m_scopes.front(); }

    const Scope& inside(const Scope& parent, Member member);

    /// Where a row of one scope crosses a column of another (null: of none): inside both, and what the column
    /// selects and knows comes first.
    const Scope& crossing(const Scope& row, const Scope* column);

    /// What a field shows: of the nearest block that knows it, else of the figures, else of the document.
    /// Null when nothing of that name is known.
    const Field* find(const Scope& scope, const std::string& key) const;

    /// Throws Error (without a place), with the nearest known figure or field.
    [[noreturn]] void fail_unknown(const Scope& scope, const std::string& key) const;

  private:
    const Fields& of_book(const Scope& scope) const;

    const FigureBook& m_book;
    std::deque<Scope> m_scopes;
    std::map<std::pair<const Scope*, const Scope*>, const Scope*> m_crossings;
};

/// What a mark asks for within a scope; its own selectors come before those of the blocks around it.
FigureRequest request_of(const marks::Mark& mark, const Scope& scope);

/// A field as text: dates as 2026-11-21, or 21 November 2026 if `long_date`.
std::string field_text(const Field& field, bool long_date);

} // namespace termbook::fill
