// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/references.hpp"

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace termbook::fill {

/// What becomes of the addresses that attributes hold.
class AddressRules {
  public:
    virtual ~AddressRules() = default;

    /// A cell or a range; `range`: a cell may become one.
    virtual void rewrite(formulas::Reference& reference, bool range) const = 0;

    /// A range as exactly what became of its cells.
    virtual std::vector<formulas::Reference> exactly(const formulas::Reference& range) const = 0;

    /// Text with addresses in brackets, its relative ones meant from `base` if there is one.
    virtual std::string expression(std::string_view text,
                                   const std::optional<formulas::CellRef>& base) const = 0;
};

/// Rewrites every address that attributes hold in a tree outside cells' own formulas: names, database ranges,
/// validations, conditional formats (one entry, its ranges grown), print ranges, charts, shapes, hyperlinks,
/// pivot tables. Rows of tables are left out: they are written one by one.
void rewrite_links(pugi::xml_node root, const AddressRules& rules);

/// The same as the lines that the references know have grown.
void rewrite_links(pugi::xml_node root, const References& references, const Standpoint& from);

} // namespace termbook::fill
