// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/diagnostics/issue.hpp"
#include "templates/fill/entries.hpp"
#include "templates/fill/scope.hpp"

namespace termbook::fill {

/// The dimensions that only the document knows, beside those of the figures: `figure`, the distinct figures
/// that it uses; `source`, the exports that they rest on; `issue`, what the caller lists.
struct DocumentLists {
    std::vector<std::string> figures; ///< keys of the catalogue, in its order
    std::vector<Issue> issues;
};

/// The members that a block repeats over, sorted and limited as it says. Throws Error (without a place).
std::vector<Member> members_of(const marks::Each& each, const Scope& scope, const DocumentLists& lists,
                               Entries& entries);

/// The figure that members are sorted by where `sort` is none of their fields. Throws Error (without a place)
/// when it is no figure.
FigureRequest sort_figure(const marks::Each& each, const Member& member, const Scope& scope);

} // namespace termbook::fill
