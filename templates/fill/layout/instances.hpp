// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/sheet_plan.hpp"
#include "templates/fill/members.hpp"

#include <set>
#include <utility>
#include <vector>

namespace termbook::fill {

/// Works out how often each block is shown and what each marked cell says, over all sheets of a document.
///
/// Blocks over the document's sources come last: which exports there are is known when all figures are.
class Instances {
  public:
    Instances(std::vector<SheetPlan>& plans, Scopes& scopes, Entries& entries, const DocumentLists& lists)
        : m_plans(plans), m_scopes(scopes), m_entries(entries), m_lists(lists) {}

    /// Throws Error with the place of the mark.
    void make();

  private:
    struct Postponed {
        std::size_t plan;
        std::uint32_t parent;
        std::size_t child;
    };

    std::uint32_t add(SheetPlan& plan, std::size_t block, std::uint32_t parent, const Scope& scope,
                      int branch);
    void expand(std::size_t plan, std::uint32_t instance);
    void expand_child(std::size_t plan, std::uint32_t parent, std::size_t child);
    void decide_live(SheetPlan& plan);
    void resolve(SheetPlan& plan, std::uint32_t instance);
    void resolve_own(SheetPlan& plan, std::uint32_t instance, const Item& item);
    void list(const SheetPlan& plan, const Instance& instance, const MarkedCell& cell,
              const std::vector<Part>& parts);
    const Scope& scope_of(const TemplateSheet& sheet) const;

    std::vector<SheetPlan>& m_plans;
    Scopes& m_scopes;
    Entries& m_entries;
    const DocumentLists& m_lists;
    std::vector<Postponed> m_postponed;
    bool m_sources_known{false};
    std::set<std::pair<const MarkedCell*, std::size_t>> m_stood_for;
};

/// What the pieces of a text come to within a scope. Throws Error (without a place).
std::vector<Part> parts_of(const std::vector<marks::Piece>& pieces, const std::vector<bool>& inside_cell,
                           const Scope& scope, const Scopes& scopes, Entries& entries);

} // namespace termbook::fill
