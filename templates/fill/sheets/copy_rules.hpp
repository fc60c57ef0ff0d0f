// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/linked_ranges.hpp"

#include <map>
#include <string>
#include <vector>

namespace termbook::fill {

/// What became of a sheet of the template.
struct SheetCopies {
    std::string each; ///< the block that repeats it, as text; empty: it only got another name
    std::vector<std::string> names;
};

/// By the sheet's name in the template; sheets that stay as they are are not among them.
using CopiesOfSheets = std::map<std::string, SheetCopies>;

/// What addresses that name a repeated sheet become.
///
/// In a copy, its own sheet is the copy itself, and a sheet that the same #each repeats is that one's copy
/// for the same member. From anywhere else a repeated sheet is its first copy; a direct argument of a
/// function that takes cells of several sheets becomes the range from the first copy to the last.
class CopyRules final : public AddressRules {
  public:
    /// The rules in the `nth` copy of a sheet of the template; in no sheet if `sheet` is empty.
    CopyRules(const CopiesOfSheets& copies, std::string sheet, std::size_t nth)
        : m_copies(copies), m_sheet(std::move(sheet)), m_nth(nth) {}

    void rewrite(formulas::Reference& reference, bool range) const override;
    std::vector<formulas::Reference> exactly(const formulas::Reference& range) const override;
    std::string expression(std::string_view text,
                           const std::optional<formulas::CellRef>& base) const override;

    /// A formula's text.
    std::string formula(const std::string& text) const;

  private:
    const SheetCopies* find(const std::optional<std::string>& sheet) const;
    bool goes_along(const std::string& sheet, const SheetCopies& copies) const;
    void rewrite_over_sheets(formulas::Reference& reference, bool over_sheets) const;

    const CopiesOfSheets& m_copies;
    const std::string m_sheet;
    const std::size_t m_nth;
};

} // namespace termbook::fill
