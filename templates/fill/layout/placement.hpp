// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/layout/sheet_plan.hpp"

namespace termbook::fill {

/// Gives every instance its lines in the filled sheet (`placed`, `lines`).
///
/// Lines of the template that are shown nowhere leave one hidden blank line each, so that what refers to them
/// stays whole; inside a block that is repeated, so do lines that something in the same instance refers to
/// (`wanted`). Throws Error when the sheet would pass the last line there is.
void place(SheetPlan& plan);

/// Which way to look for a line that is shown several times.
enum class Edge { first, last };

/// Where a line of the template went, among what an instance holds. None only where the instance holds no
/// such line.
std::optional<std::int32_t> placed_line(const SheetPlan& plan, std::uint32_t instance, std::int32_t line,
                                        Edge edge);

/// The innermost instance that holds both the place of `from` (an instance) and a line of the template.
std::uint32_t common_instance(const SheetPlan& plan, std::uint32_t from, std::int32_t line);

/// The instance that a line belongs to where it is first shown, for what stands in one place: shapes, base
/// cells.
std::uint32_t first_instance_of(const SheetPlan& plan, std::int32_t line);

} // namespace termbook::fill
