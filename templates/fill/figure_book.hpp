// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/figures/figures.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace termbook::fill {

/// Where a figure stands; neither part without a target.
struct Standing {
    std::optional<Target> target;
    std::optional<TargetStatus> status;
};

/// What a template asks of the figures. There is one book of real figures (core_figure_book.hpp); tests make
/// up theirs.
class FigureBook {
  public:
    virtual ~FigureBook() = default;

    /// Throws Error (without a place) for an unknown selector or value.
    virtual FigureAnswer answer(const FigureRequest& request) const = 0;

    /// The errors of `answer`, without counting.
    virtual void check(const FigureRequest& request) const = 0;

    /// The members of a dimension within a scope, in the order people list them; Error for an unknown
    /// dimension.
    virtual std::vector<Member> members(std::string_view dimension, const Selectors& scope) const = 0;

    /// What `{{period.name}}` and the like show within a scope.
    virtual Fields fields(const Selectors& scope) const = 0;

    virtual Standing standing(const FigureRequest& request) const = 0;

    /// The month since which the figure is off target; none when it is on target or months are not known.
    virtual std::optional<Period> off_target_since(const FigureRequest& request) const = 0;
};

} // namespace termbook::fill
