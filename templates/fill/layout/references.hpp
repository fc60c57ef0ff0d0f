// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/placement.hpp"
#include "templates/formulas/formula.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace termbook::fill {

/// Where a reference stands: a sheet, and the instance of the block that it is part of.
struct Standpoint {
    std::size_t sheet{0};
    std::uint32_t instance{0};
};

/// Rewrites references to the template's rows into references to the filled rows.
///
/// A reference to a row of the same innermost common instance means that instance's row. A row that lies in a
/// block which the reference does not stand in, or that is fixed with `$` inside a block, is meant on all its
/// instances: as the start of a range the first, as the end the last; a single cell is the first, unless it
/// is a direct argument of an aggregating function, where it becomes the range from first to last. See
/// docs/decisions.
class References {
  public:
    explicit References(const std::vector<SheetPlan>& plans);

    /// Whether any sheet changes its rows; otherwise nothing needs rewriting.
    bool any_growth() const { return m_any_growth; }

    void rewrite(formulas::Reference& reference, bool aggregated, const Standpoint& from) const;
    void rewrite(formulas::Formula& formula, const Standpoint& from) const;

    /// Formula text, or text with references in brackets such as a validation's condition.
    std::string rewrite_expression(std::string_view text, const Standpoint& from) const;

    /// A range as exactly the cells that its rows became, which may be several ranges.
    std::vector<formulas::Reference> grow_exactly(const formulas::Reference& range,
                                                  const Standpoint& from) const;

    /// The sheet that an address names, or `otherwise` if it names none.
    std::optional<std::size_t> sheet_of(const formulas::CellRef& cell, std::size_t otherwise) const;

    const std::vector<SheetPlan>& plans() const { return m_plans; }

  private:
    std::optional<std::int32_t> row(std::size_t sheet, const formulas::CellRef& cell, Edge edge,
                                    const Standpoint& from) const;

    const std::vector<SheetPlan>& m_plans;
    std::unordered_map<std::string, std::size_t> m_sheets;
    bool m_any_growth{false};
};

/// Calls `rewrite` for each address in square brackets outside quoted text; what it returns stands in its
/// place.
std::string rewrite_bracketed(std::string_view text,
                              const std::function<std::string(std::string_view)>& rewrite);

/// Notes which rows a formula of the template needs from blocks beside it, so that they leave hidden rows.
void note_wanted(std::vector<SheetPlan>& plans, std::size_t sheet, std::int32_t row,
                 const formulas::Reference& reference);

} // namespace termbook::fill
