// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/scope.hpp"
#include "templates/marks/formats.hpp"

namespace termbook::fill {

// What a mark may say beside its key. Errors are thrown without a place.

/// The format of a figure's mark, or null. Throws Error for two, or for one that fields have.
const marks::Format* figure_format(const marks::Mark& mark);

/// Throws Error for selectors on a field, and for formats that no field has.
void require_field_mark(const marks::Mark& mark);

/// The field that a mark names. Throws Error when none is known by that name, and for selectors and formats
/// that do not go with it.
const Field& field_of(const marks::Mark& mark, const Scope& scope, const Scopes& scopes);

/// The mark of the figure whose target the word `target` means: what stands on the other side. Throws Error
/// when that is no figure.
const marks::Mark& figure_beside_target(const marks::Operand& other);

} // namespace termbook::fill
