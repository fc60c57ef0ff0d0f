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

/// Rewrites references to the template's lines into references to the filled ones, along the axis of the
/// plans.
///
/// A reference to a line of the same innermost common instance means that instance's. A line that lies in a
/// block which the reference does not stand in, or that is fixed with `$` inside a block, is meant on all its
/// instances: as the start of a range the first, as the end the last; a single cell is the first, unless it
/// is a direct argument of an aggregating function, where it becomes the range from first to last. See
/// docs/decisions.
///
/// A range over several sheets whose lines went to different places is written out, a sheet at a time.
class References {
  public:
    explicit References(const std::vector<SheetPlan>& plans);

    /// Whether any sheet changes its lines; otherwise nothing needs rewriting.
    bool any_growth() const { return m_any_growth; }

    void rewrite(formulas::Reference& reference, bool aggregated, const Standpoint& from) const;
    void rewrite(formulas::Formula& formula, const Standpoint& from) const;

    /// Formula text, or text with references in brackets such as a validation's condition.
    std::string rewrite_expression(std::string_view text, const Standpoint& from) const;

    /// A range as exactly the cells that its lines became, which may be several ranges.
    std::vector<formulas::Reference> grow_exactly(const formulas::Reference& range,
                                                  const Standpoint& from) const;

    /// The sheet that an address names, or `otherwise` if it names none.
    std::optional<std::size_t> sheet_of(const formulas::CellRef& cell, std::size_t otherwise) const;

    const std::vector<SheetPlan>& plans() const { return m_plans; }
    Axis axis() const { return m_axis; }

  private:
    std::optional<std::int32_t> line(std::size_t sheet, const formulas::CellRef& cell, Edge edge,
                                     const Standpoint& from) const;
    bool spans_unlike_sheets(const formulas::Reference& reference, const Standpoint& from) const;
    std::vector<formulas::Reference> sheet_by_sheet(const formulas::Reference& reference,
                                                    const Standpoint& from) const;
    void rewrite_cell(formulas::Reference& reference, bool aggregated, std::size_t sheet,
                      const Standpoint& from) const;

    const std::vector<SheetPlan>& m_plans;
    std::unordered_map<std::string, std::size_t> m_sheets;
    Axis m_axis;
    bool m_any_growth{false};
};

/// Calls `rewrite` for each address in square brackets outside quoted text; what it returns stands in its
/// place.
std::string rewrite_bracketed(std::string_view text,
                              const std::function<std::string(std::string_view)>& rewrite);

/// Notes which lines a formula of the template, in line `from`, needs from blocks beside it, so that they
/// leave hidden lines.
void note_wanted(std::vector<SheetPlan>& plans, std::size_t sheet, std::int32_t from,
                 const formulas::Reference& reference);

} // namespace termbook::fill
