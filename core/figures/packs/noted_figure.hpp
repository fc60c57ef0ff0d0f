// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/packs/quantities.hpp"

namespace termbook {

/// A figure that a page asks for.
struct NotedFigure {
    Selection selection;
    const FigureDefinition* definition{nullptr};
    Quantity quantity;
    std::string cell; ///< whose it is: the same text for the same selection of pupils
    bool withheld_alone{false};
    bool withheld_for_others{false};

    bool is_withheld() const { return withheld_alone || withheld_for_others; }
};

} // namespace termbook
