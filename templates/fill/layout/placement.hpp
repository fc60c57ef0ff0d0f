// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/sheet_plan.hpp"

namespace termbook::fill {

/// Gives every instance its rows in the filled sheet (`placed`, `rows`).
///
/// Rows of the template that are shown nowhere leave one hidden blank row each, so that what refers to them
/// stays whole; inside a block that is repeated, so do rows that something in the same instance refers to
/// (`wanted`). Throws Error when the sheet would pass the last row there is.
void place(SheetPlan& plan);

/// Which way to look for a row that is shown several times.
enum class Edge { first, last };

/// Where a row of the template went, among what an instance holds. None only where the instance holds no such
/// row.
std::optional<std::int32_t> placed_row(const SheetPlan& plan, std::uint32_t instance, std::int32_t row,
                                       Edge edge);

/// The innermost instance that holds both the place of `from` (an instance) and a row of the template.
std::uint32_t common_instance(const SheetPlan& plan, std::uint32_t from, std::int32_t row);

/// The instance that a row belongs to where it is first shown, for what stands in one place: shapes, base
/// cells.
std::uint32_t first_instance_of(const SheetPlan& plan, std::int32_t row);

} // namespace termbook::fill
