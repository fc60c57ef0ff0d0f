// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/formulas/formula.hpp"

#include <optional>
#include <pugixml.hpp>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace termbook::fill {

/// What is already known of the formula cells of a filled document, so that none is parsed or computed again.
class FilledFormulas {
  public:
    void keep(pugi::xml_node cell, formulas::Formula formula) {
        m_parsed.emplace(cell.internal_object(), std::move(formula));
    }

    /// The cell's result is set and right.
    void settle(pugi::xml_node cell) { m_settled.insert(cell.internal_object()); }

    /// The parsed formula, which is then no longer kept; none if it was not.
    std::optional<formulas::Formula> take(pugi::xml_node cell) {
        auto found = m_parsed.extract(cell.internal_object());
        return found ? std::optional(std::move(found.mapped())) : std::nullopt;
    }
    bool is_settled(pugi::xml_node cell) const { return m_settled.contains(cell.internal_object()); }

  private:
    std::unordered_map<const void*, formulas::Formula> m_parsed;
    std::unordered_set<const void*> m_settled;
};

} // namespace termbook::fill
