// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "templates/fill/entries.hpp"

namespace termbook::fill {

/// What a figure shows under a format (null: as the figure itself is shown). A figure without a value shows
/// its symbol, under every format that would show a part of it.
Entry shown_as(const FigureAnswer& answer, const FigureRequest& request, const marks::Format* format,
               const FigureBook& book);

} // namespace termbook::fill
