// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/selection.hpp"

#include <string>

namespace termbook {

/// What was found of a published figure.
struct PublishedFigure {
    const Comparator* row{nullptr};
    std::string missing; ///< why there is none
};

/// The published figure that a selection is compared with: the newest that is not later than the year of its
/// period, one for the schools' phase before one for all, what termbook.xml states before what a file gives,
/// of several years to date the one that ends nearest to the period's end. A figure published of the school
/// itself is of the very year.
PublishedFigure find_published(const Trust& trust, const FigureDefinition& figure, const Selection& selection,
                               Area area);

/// "62", "94.72": with as many decimals as a page can use.
std::string published_text(double value);

/// "2024/25", "2024/25 to 27 July 2025".
std::string period_text(const Comparator& row);

} // namespace termbook
